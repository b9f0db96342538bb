import { html, type Content } from '../../render/html.ts'
import type { KeptAccess } from '../../store/access-log.ts'
import { formatMoment } from '../../text/format.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { dataTable } from '../parts/data-table.ts'
import { partWords } from '../parts/part-words.ts'
import { oversightWords } from './oversight-words.ts'

/** Looks, each with who, what, of which case and why. */
export function accessTable(looks: readonly KeptAccess[], { caption, timeZone, language }: { readonly caption: string; readonly timeZone: string; readonly language: Language }): Content {
  const { audit } = oversightWords[language]
  const { columns } = audit
  if (looks.length === 0) return html`<p>${audit.none}</p>`
  return dataTable({
    caption, columns: [columns.at, columns.who, columns.action, columns.caseId, columns.purpose, columns.about],
    rows: looks.map(({ happenedAt, handle, action, caseId, purpose, about }) => [
      formatMoment(happenedAt, timeZone, language), handle, actionName(action, about, language),
      caseId === undefined ? '–' : html`<a href="${hrefTo(language, `/work/cases/${caseId}`)}"><code>${caseId}</code></a>`, purpose === undefined ? '–' : purposeName(purpose, language), saidAbout(about, language),
    ]),
  })
}

export function actionName(action: string, about: KeptAccess['about'], language: Language): string {
  if (action === 'case.read-protected' && 'hours' in (about ?? {})) return partWords[language].person.gave
  return oversightWords[language].audit.actions[action] ?? action
}

/** A purpose of reading or of an export, or the reason of broken glass. */
export function purposeName(purpose: string, language: Language): string {
  const { glass, export: exporting } = oversightWords[language]
  const named: Readonly<Record<string, string>> = { ...glass.reasons, ...exporting.purposes, ...partWords[language].protection.purposes }
  return named[purpose] ?? purpose
}

function saidAbout(about: KeptAccess['about'], language: Language): Content {
  const said = Object.entries(about ?? {}).map(([name, value]) => saidPart(name, String(value), language)).join(', ')
  // Digests and ids are longer than a phone is wide.
  return said === '' ? '–' : html`<span class="digest">${said}</span>`
}

function saidPart(name: string, value: string, language: Language): string {
  const { audit: { abouts, whats, actions }, glass } = oversightWords[language]
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = { what: whats, action: actions, verdict: glass.verdicts }
  return (name === 'what' ? whats[value] : undefined) ?? abouts[name]?.(named[name]?.[value] ?? value) ?? `${name}: ${value}`
}
