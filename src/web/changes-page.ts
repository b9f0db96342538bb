import { type Content, html, type Markup } from '../render/html.ts'
import { clockName, measureName, placeName, stratumName } from '../render/names.ts'
import { table } from '../render/table.ts'
import { isShown, unitOf, valueCell } from '../render/value.ts'
import { words as renderWords } from '../render/words.ts'
import { type Change, type Changes, readChanges } from '../service/read-changes.ts'
import type { Reading } from '../service/read-catalogue.ts'
import { compareNames, formatCount, formatDifference, formatPeriod, formatPoints } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { type Address, hrefTo } from './address.ts'
import { type Answer, unknownPage } from './error-pages.ts'
import { frame } from './frame.ts'
import { editionName, sourceTitle } from './source-names.ts'
import { words } from './words.ts'

// What a reader can walk through; the data files have the rest.
const mostRows = 500

/** Every difference between two editions of a source. */
export async function changesPage(reading: Reading, address: Address, laterKey: string, earlierKey: string): Promise<Answer> {
  const { language } = address
  const { changes: page, errors } = words[language]
  const found = await readChanges(reading, laterKey, earlierKey)
  if (!found) return unknownPage(address, earlierKey, errors.noSource)
  const title = page.title({ source: sourceTitle(found.later, language) })
  return {
    status: 200,
    page: frame(address, title, html`<h1 class="long">${title}</h1>
<p class="lead">${page.lead({ earlier: editionName(found.earlier, language), later: editionName(found.later, language) })}</p>
<p>${page.summary({
      compared: formatCount(found.compared, language),
      changed: formatCount(found.changed.length, language),
      onlyEarlier: formatCount(found.onlyEarlier, language),
      onlyLater: formatCount(found.onlyLater, language),
    })}</p>
${changeTable(found, language)}
<p><a href="${hrefTo(language, `/sources/${found.later.key}`)}">${page.back}</a></p>`),
  }
}

function changeTable({ changed }: Changes, language: Language): Markup {
  const { changes: page } = words[language]
  const { figures, charts } = renderWords[language]
  if (changed.length === 0) return html`<p>${page.none}</p>`
  const byName = compareNames(language)
  const ordered = changed.toSorted((one, other) => byName(placeName(one.later.country, language), placeName(other.later.country, language)))
  return html`${changed.length > mostRows ? html`<p>${page.cut({ shown: formatCount(mostRows, language), changed: formatCount(changed.length, language) })}</p>` : null}
${table({
    id: 'changes',
    caption: page.caption,
    columns: [{ name: figures.country }, { name: figures.measure }, { name: figures.period }, { name: charts.vintages.earlier, numeric: true }, { name: charts.vintages.later, numeric: true }, { name: charts.vintages.difference, numeric: true }],
    rows: ordered.slice(0, mostRows).map((change) => row(change, language)),
  })}`
}

function row({ earlier, later }: Change, language: Language): Content[] {
  const group = [later.stratum === '' ? '' : stratumName(later.stratum, language), clockName(later.clock, language)].filter((part) => part !== '')
  const difference = isShown(earlier) && isShown(later) ? later.value - earlier.value : undefined
  const write = unitOf(later.measure) === 'share' ? formatPoints : formatDifference
  return [
    placeName(later.country, language),
    [measureName(later, language), ...group].join('. '),
    formatPeriod(later.period, language),
    valueCell(earlier, language),
    valueCell(later, language),
    difference === undefined ? '' : write(difference, language),
  ]
}
