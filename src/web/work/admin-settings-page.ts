import { html, type Content } from '../../render/html.ts'
import type { Settings } from '../../service/administration/read-settings.ts'
import { formatCount, formatMoment } from '../../text/format.ts'
import type { Answer } from '../error-pages.ts'
import { dataTable } from '../parts/data-table.ts'
import { adminWords } from './admin-words.ts'
import { workFrame } from './work-frame.ts'
import type { WorkRequest } from './work-route.ts'

/** How this installation is set up: to be read. No secret is among it. */
export function adminSettingsPage({ visitor }: WorkRequest, { mode, origin, provider, approval, timeZone, agreements, versions, migrations }: Settings): Answer {
  const { language } = visitor.address
  const { settings: words } = adminWords[language]
  const entry = (name: string, value: Content) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return {
    status: 200,
    page: workFrame(visitor, {
      title: words.title,
      main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<h2>${words.signIn}</h2><dl>${entry(words.mode, words.modes[mode])}${entry(words.origin, html`<code>${origin}</code>`)}${entry(words.issuer, provider ? html`<code>${provider.issuer}</code>` : words.noProvider)}
${provider ? [entry(words.clientId, html`<code>${provider.clientId}</code>`), entry(words.acr, provider.acr ?? words.anyClass)] : null}${entry(words.approval, words.approvals[approval])}</dl>
<h2>${words.versions}</h2><dl>${entry(words.comity, versions.comity)}${entry(words.node, versions.node)}${entry(words.postgres, versions.postgres)}${entry(words.law, html`<code class="digest">${versions.law}</code>`)}
${entry(words.timeZone, timeZone)}${entry(words.agreements, formatCount(agreements, language))}</dl>
<section aria-labelledby="migrations"><h2 id="migrations">${words.migrations}</h2>${dataTable({ caption: words.migrations, columns: [words.migration, words.ranAt], rows: migrations.map(({ name, ranAt }) => [html`<code>${name}</code>`, formatMoment(ranAt, timeZone, language)]) })}</section>`,
    }),
  }
}
