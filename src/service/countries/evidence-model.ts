import { packDigest, type EvidencePack, type EvidenceSource, type Gap, type Statement } from '../../cooperation/evidence-pack.ts'
import type { Figure } from '../../cooperation/figure.ts'
import type { PageBlock, PageModel } from '../../documents/page-model.ts'
import { clockName, lookUp, measureName, outcomeName, placeName, stratumName } from '../../render/names.ts'
import { limitsText, valueText } from '../../render/value.ts'
import { words as renderWords } from '../../render/words.ts'
import { countriesWork as countriesInEnglish } from '../../text/en/countries-work.ts'
import { evidencePack as english } from '../../text/en/evidence-pack.ts'
import { formatCount, formatDay, formatList, formatPeriod } from '../../text/format.ts'
import { countriesWork as countriesInFrench } from '../../text/fr/countries-work.ts'
import { evidencePack as french } from '../../text/fr/evidence-pack.ts'
import type { Language } from '../../text/language.ts'

const words = { en: english, fr: french }
const documents = { en: countriesInEnglish.documents, fr: countriesInFrench.documents }

/** The evidence as a printable page, for the screen and for paper alike: the same text for whoever asks. */
export function evidenceModel(pack: EvidencePack, language: Language): PageModel {
  const said = words[language]
  const digest = packDigest(pack)
  const name = placeName(pack.country, language)
  const heading = (text: string): PageBlock => ({ kind: 'heading', level: 2, text })
  return {
    language, title: said.title(name), footer: said.footer(digest),
    blocks: [
      { kind: 'paragraph', text: said.notThisPerson, strong: true },
      ...(pack.fictional ? [{ kind: 'paragraph', text: said.fictional, strong: true } as const] : []),
      { kind: 'summary', caption: said.about, pairs: [{ name: said.country, value: `${name} (${pack.country})` }, { name: said.on, value: formatDay(pack.on, language) }, { name: said.format, value: pack.format }, { name: said.digest, value: digest }] },
      heading(said.for), ...sideBlocks(pack, 'for', language),
      heading(said.against), ...sideBlocks(pack, 'against', language),
      heading(said.unknown), pack.unknown.length === 0 ? { kind: 'paragraph', text: said.nothing } : { kind: 'list', items: pack.unknown.map((gap) => gapText(gap, pack, language)) },
      heading(said.sources), ...sourceBlocks(pack.sources, language),
      heading(said.reading), { kind: 'list', items: said.readingPoints },
    ],
  }
}

function sideBlocks(pack: EvidencePack, side: 'for' | 'against', language: Language): readonly PageBlock[] {
  const said = words[language]
  const figures = pack[side].flatMap((statement) => (statement.kind === 'figure' ? [statement] : []))
  const others = pack[side].filter(({ kind }) => kind !== 'figure').map((statement) => statementText(statement, side, language))
  if (figures.length === 0 && others.length === 0) return [{ kind: 'paragraph', text: said.nothing }]
  return [
    ...(others.length === 0 ? [] : [{ kind: 'list', items: others } as const]),
    ...(figures.length === 0 ? [] : [{
      kind: 'table', caption: said.figures(said[side]), header: [said.what, said.value, said.limits, said.outOf, said.period, said.source], numbers: [1, 3],
      rows: figures.map(({ figure, source, remainder }) => [figureName(pack, source, figure, remainder, language), valueText(figure, language), limitsOf(figure, language), formatCount(figure.denominator ?? 0, language), formatPeriod(figure.period, language), sourceNumber(pack, source)]),
    } as const]),
  ]
}

function figureName({ sources }: EvidencePack, source: string, figure: Figure, remainder: boolean, language: Language): string {
  const said = words[language]
  const facts = { day: formatCount(figure.day ?? 0, language), outcome: outcomeName(figure.outcome, language) }
  const name = remainder && (figure.measure === 'answered-by' || figure.measure === 'outcome-by' || figure.measure === 'return-rate') ? said.remainders[figure.measure](facts) : measureName(figure, language)
  // A count that names no outcome is of what its source counts.
  const counted = figure.measure === 'count' && figure.outcome === '' ? sources.find(({ digest }) => digest === source)?.title?.[language] : undefined
  return [
    name, ...(counted === undefined ? [] : [counted]), ...(figure.withinDays === null ? [] : [said.conditional(formatCount(figure.withinDays, language))]),
    ...(figure.stratum === '' ? [] : [said.group(stratumName(figure.stratum, language))]), ...(figure.clock === '' ? [] : [said.clock(clockName(figure.clock, language))]),
  ].join(', ')
}

function limitsOf(figure: Figure, language: Language): string {
  const kind = renderWords[language].figures.intervals[figure.interval]
  return figure.interval === 'complete-count' ? kind : words[language].limitsOf({ limits: limitsText(figure, language), kind })
}

function statementText(statement: Statement, side: 'for' | 'against', language: Language): string {
  const said = words[language]
  const day = (text: string) => formatDay(text, language)
  switch (statement.kind) {
    case 'figure': return ''
    case 'acceptance': {
      const where = statement.consulate === '' ? said.itself : said.consulate(statement.consulate)
      const document = lookUp<string>(documents[language], statement.document) ?? statement.document
      return sentences([said.acceptance({ side, document, where, checked: day(statement.checkedOn), source: statement.source }), statement.outOfDate && said.outOfDate(day(statement.reviewBy))])
    }
    case 'agreement': {
      const { code, text, source, reply, silence } = statement
      return sentences([said.agreement({ code, text: said.texts[text], source }), reply && said.reply({ length: formatCount(reply.length, language), unit: said.units[reply.unit] ?? reply.unit, text: said.texts[reply.text] }), silence === 'consent' && said.silence])
    }
    case 'instrument': {
      const { title, text, source, checkedOn, from, knownOn, end, parts } = statement
      return sentences([said.instrument({ title: title[language], text: said.texts[text], source, checked: day(checkedOn) }), parts.length > 0 && said.parts(formatList(parts, language)), from ? said.since(day(from)) : knownOn && said.knownOn(day(knownOn)), end && said.end(day(end))])
    }
    case 'own': {
      const { event, about, from, until } = statement
      return said.own[event]({ about: about === null ? said.fewer : about === 0 ? said.no : said.about10(formatCount(about, language)), from: day(from), until: day(until) })
    }
  }
}

function gapText(gap: Gap, pack: EvidencePack, language: Language): string {
  const said = words[language]
  if (gap.kind === 'completed-only') return said.completedOnly(sourceNumber(pack, gap.source))
  if (gap.kind === 'entries-out-of-date') return said.entriesOutOfDate({ entries: gap.entries, count: formatCount(gap.entries, language) })
  if (gap.kind === 'list-unverified') return said.listUnverified({ list: lookUp<string>(said.lists, `${gap.jurisdiction} ${gap.instrument}`) ?? gap.instrument, checked: formatDay(gap.checkedOn, language) })
  return said.gaps[gap.kind]
}

function sourceBlocks(sources: readonly EvidenceSource[], language: Language): readonly PageBlock[] {
  const said = words[language]
  if (sources.length === 0) return [{ kind: 'paragraph', text: said.gaps['no-figures'] }]
  return sources.flatMap((source, index): readonly PageBlock[] => {
    const { title, publisher, method, asOf, vintage, digest, profile, cautions, gatedTimeRemoved } = source
    const number = String(index + 1)
    const gated = said.gated[gatedTimeRemoved === null ? 'unknown' : gatedTimeRemoved ? 'yes' : 'no']
    return [
      { kind: 'heading', level: 3, text: said.sourceNumber(number) },
      { kind: 'summary', caption: said.sourceNumber(number), pairs: [
        { name: said.name, value: title?.[language] ?? profile }, ...(publisher ? [{ name: said.publisher, value: publisher[language] }] : []), { name: said.method, value: method }, { name: said.asOf, value: formatDay(asOf, language) }, { name: said.vintage, value: formatPeriod(vintage, language) }, { name: said.measurement, value: digest },
      ] },
      { kind: 'heading', level: 4, text: said.cautions(number) }, { kind: 'list', items: [gated, ...cautions.map((code) => lookUp<string>(renderWords[language].report.cautionSentences, code) ?? renderWords[language].report.unknownCaution(code))] },
    ]
  })
}

/** Sources are numbered as they are listed. */
function sourceNumber({ sources }: EvidencePack, digest: string): string {
  return String(sources.findIndex((source) => source.digest === digest) + 1)
}

function sentences(parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string').join(' ')
}
