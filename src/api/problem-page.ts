import type { FastifyInstance } from 'fastify'
import { html } from '../render/html.ts'
import { page } from '../render/page.ts'
import { languages } from '../text/language.ts'
import { preferredLanguage } from '../text/preferred-language.ts'
import { apiWords } from './problem.ts'
import { isProblemCode, statusOf } from './problem-status.ts'

/** Where the `type` of a problem leads: what it means, in both languages. */
export function addProblemPages(server: FastifyInstance) {
  server.get('/api/problems/:code', async (request, reply) => {
    const { code } = request.params as { readonly code: string }
    const language = preferredLanguage(request.headers['accept-language'])
    const known = isProblemCode(code)
    const { problemPage } = apiWords[language]
    const title = known ? problemPage.title(code) : problemPage.unknown
    return reply.code(known ? 200 : 404).header('cache-control', 'no-cache').header('vary', 'accept-language').type('text/html; charset=utf-8').send(page({
      language, title, home: `/${language}`, stylesheets: ['/style.css', '/theme.css'], main: html`<h1>${title}</h1>${known ? meaning(code) : null}`,
    }))
  })
}

function meaning(code: string) {
  const status = statusOf(code)
  return languages.map((language) => {
    const { problemPage, statuses } = apiWords[language]
    return html`<section lang="${language}"><h2>${statuses[status].title}</h2><p>${statuses[status].means}</p><p>${problemPage.status} <code>${status}</code></p></section>`
  })
}
