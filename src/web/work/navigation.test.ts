import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { serveWork, type ServedWork } from '../../../test/served-work.ts'
import { signInAs, visitingBrowser } from '../../../test/visiting-browser.ts'
import { reachOf } from '../../service/access/permissions.ts'
import { roles } from '../../service/access/roles.ts'
import { pages as english } from '../../text/en/pages.ts'
import { pages as french } from '../../text/fr/pages.ts'
import { signIn } from '../../text/en/sign-in.ts'
import { buildServer } from '../server.ts'

let served: ServedWork
let alone: FreshDatabase
beforeAll(async () => {
  served = await serveWork()
  alone = await freshDatabase()
})
afterAll(async () => {
  await served.close()
  await alone.destroy()
})

const linksOf = (body: string) => [.../<nav aria-label="[^"]*"><ul>(.*?)<\/ul><\/nav>/s.exec(body)?.[1]?.matchAll(/href="([^"]+)"/g) ?? []].map(([, href]) => href)

test.each(roles)('“My work” leads a %s to the list of work where there is one for them', async (role) => {
  const visitor = visitingBrowser(served.origin)
  await signInAs(visitor, role)
  const { body } = await visitor.get('/en/work/account')
  const links = linksOf(body)
  expect([links.includes('/en/work'), links.includes('/en/work/cases'), body.includes(`>${signIn.navigation.work}<`)]).toEqual([true, reachOf([role], 'work.read') !== undefined, reachOf([role], 'work.read') !== undefined])
  for (const link of links) expect([link, (await visitor.get(link ?? '')).status]).toEqual([link, 200])
})

test('public pages lead to signing in where people can sign in, and nowhere else', async () => {
  const visitor = visitingBrowser(served.origin)
  for (const [language, words] of [['en', english], ['fr', french]] as const) for (const path of ['/methods', '/accessibility', '/nothing-here']) {
    const { body } = await visitor.get(`/${language}${path}`)
    expect([path, linksOf(body).includes(`/${language}/work`), body.includes(`>${words.navigation.signIn}<`)]).toEqual([path, true, true])
  }
  const server = buildServer({ database: alone.database }, { write: () => undefined })
  const { body } = await server.inject({ url: '/en/methods' })
  expect([body.includes(english.methods.title), body.includes(`>${english.navigation.signIn}<`)]).toEqual([true, false])
  await server.close()
})

test('an address at work that leads nowhere leads back to work, and a public one to the map', async () => {
  const visitor = visitingBrowser(served.origin)
  await signInAs(visitor, 'officer')
  for (const [language, { errors }] of [['en', english], ['fr', french]] as const) {
    const [atWork, outside] = [(await visitor.get(`/${language}/work/cases/nothing-here`)).body, (await visitor.get(`/${language}/workshop`)).body]
    expect([atWork.includes(`href="/${language}/work">${errors.homeAtWork}<`), atWork.includes(errors.home), outside.includes(`href="/${language}">${errors.home}<`)]).toEqual([true, false, true])
  }
})
