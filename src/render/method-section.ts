import type { Measurement } from '../cooperation/measurement.ts'
import type { Language } from '../text/language.ts'
import { html, type Markup } from './html.ts'
import { lookUp } from './names.ts'
import { measurementFacts } from './figure-card.ts'
import { words } from './words.ts'

/** The method in plain language, what each figure of this measurement means, and which limits were used. */
export function methodSection(measurement: Measurement, language: Language): Markup {
  const { methods, figures, report } = words[language]
  const known = lookUp(methods, measurement.method)
  const measures = [...new Set(measurement.figures.map(({ measure }) => measure))]
  const intervals = [...new Set(measurement.figures.filter(({ withheld }) => withheld === null).map(({ interval }) => interval))]
  return html`${known ? known.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`) : html`<p>${report.methodUnknown}</p>`}
<dl class="facts">${measurementFacts(measurement, language)}</dl>
<h3>${report.measures}</h3>
<dl class="meanings">${measures.map((measure) => html`<div><dt>${figures.topics[measure]}</dt><dd>${figures.meanings[measure]}</dd></div>`)}</dl>
<h3>${report.intervalsUsed}</h3>
<ul>${intervals.map((interval) => html`<li>${figures.intervals[interval]}</li>`)}</ul>`
}
