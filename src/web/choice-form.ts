import { html, type Markup } from '../render/html.ts'
import { measureKey, type Selection } from '../service/choose-figures.ts'
import type { Catalogue } from '../service/read-catalogue.ts'
import { formatCount, formatPeriod } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { type Address, hrefTo } from './address.ts'
import { measureLabel, shownLabel } from './measure-label.ts'
import { sourceLabel } from './source-names.ts'
import { words } from './words.ts'

type Option = { readonly value: string; readonly name: string; readonly selected: boolean }

/** A plain form that asks the same page again with another choice of figures. */
export function choiceForm({ language, path }: Address, { sources }: Catalogue, selection: Selection, ranks?: boolean): Markup {
  const { form } = words[language]
  const { source, choice, measures, days, periods } = selection
  const able = sources.filter(({ choices }) => choices.length > 0)
  return html`<form class="choice" method="get" action="${hrefTo(language, path)}"><fieldset><legend>${form.legend}</legend>
<p class="note">${form.dependent}</p>
${field('source', form.source, able.map((one) => ({ value: one.key, name: sourceLabel(one, language), selected: one.key === source.key })))}
${field('measure', form.measure, measures.map((one) => ({ value: measureKey(one), name: measureLabel(one, language), selected: measureKey(one) === measureKey(choice) })))}
${days.length === 0 ? null : field('day', form.day, days.map((day) => ({ value: String(day), name: formatCount(day, language), selected: day === choice.day })))}
${periods.length < 2 ? null : field('period', form.period, periods.map((period) => ({ value: period, name: periodName(period, language), selected: period === choice.period })))}
${ranks === undefined ? null : html`<p class="tick-box"><input type="checkbox" id="with-ranks" name="ranks" value="yes"${ranks ? html` checked` : null}> <label for="with-ranks">${form.ranks}</label></p>`}
<p class="send"><button>${form.show}</button></p>
</fieldset></form>
${selection.unmet.map((name) => html`<p class="unmet">${form.unmet[name]}</p>`)}
<p class="shown">${shownLine(selection, language)}</p>
`
}

function field(name: string, label: string, options: readonly Option[]): Markup {
  return html`<p class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}">${options.map((option) => html`<option value="${option.value}"${option.selected ? html` selected` : null}>${option.name}</option>`)}</select></p>
`
}

function shownLine({ source, choice }: Selection, language: Language): string {
  return words[language].shown({ measure: shownLabel(choice, language), period: choice.period === '' ? '' : formatPeriod(choice.period, language), source: sourceLabel(source, language) })
}

function periodName(period: string, language: Language): string {
  return period === '' ? words[language].form.wholeFile : formatPeriod(period, language)
}

/** The wishes that lead to what is shown, for a link to another page. */
export function wishesOf({ source, choice }: Selection): Readonly<Record<string, string | number | null>> {
  return { source: source.key, measure: measureKey(choice), day: choice.day, period: choice.period }
}
