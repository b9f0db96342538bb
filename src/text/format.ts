import type { PlainDate } from '../kernel/day.ts'
import { type Language, locales } from './language.ts'

/** A whole number with the thousands set apart: `1,234`, `1 234`. */
export function formatCount(count: number, language: Language): string {
  return formatters[language].count.format(count)
}

/** A number with at most one decimal. */
export function formatNumber(number: number, language: Language): string {
  return formatters[language].number.format(number)
}

/** A share of one as per cent with one decimal: `45.8%`, `45,8 %`. */
export function formatPercent(share: number, language: Language): string {
  return formatters[language].percent.format(share)
}

/** A share of one as whole per cent, for axes. */
export function formatWholePercent(share: number, language: Language): string {
  return formatters[language].wholePercent.format(share)
}

/** A difference of shares, in percentage points and with its sign. */
export function formatPoints(difference: number, language: Language): string {
  const points = formatters[language].signed.format(difference * 100)
  return language === 'en' ? `${points}\u00a0points` : `${points}\u00a0${Math.abs(difference) * 100 < 2 ? 'point' : 'points'}`
}

/** A difference of counts or days, with its sign. */
export function formatDifference(difference: number, language: Language): string {
  return formatters[language].signed.format(difference)
}

/** `September 30, 2017`, `30 septembre 2017`; the first of a month is `1er` in French. */
export function formatDay(day: PlainDate | string, language: Language): string {
  const text = formatters[language].day.format(Date.parse(`${day}T00:00:00Z`))
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text
}

/** A period as people say it: a year, a fiscal year, a quarter, or the days from … to …; else as it is written. */
export function formatPeriod(period: string, language: Language): string {
  if (period.endsWith(' (part)')) return `${formatPeriod(period.slice(0, -7), language)}, ${language === 'en' ? 'in part' : 'en partie'}`
  const [from, to] = period.split('/')
  if (from && to) return language === 'en' ? `${formatPeriod(from, language)} to ${formatPeriod(to, language)}` : `du ${formatPeriod(from, language)} au ${formatPeriod(to, language)}`
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return formatDay(period, language)
  const [, fiscal, part] = /^FY(\d{4}(?:-\d{4})?)(?:-Q([1-4]))?$/.exec(period) ?? []
  if (fiscal && part) return language === 'en' ? `quarter ${part} of fiscal year ${fiscal}` : `${ordinal(part)} trimestre de l’exercice ${fiscal}`
  if (fiscal) return language === 'en' ? `fiscal year ${fiscal}` : `exercice ${fiscal}`
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(period) ?? []
  if (year && quarter) return language === 'en' ? `quarter ${quarter} of ${year}` : `${ordinal(quarter)} trimestre de ${year}`
  return period
}

function ordinal(quarter: string): string {
  return quarter === '1' ? '1er' : `${quarter}e`
}

/** `a, b and c`. */
export function formatList(items: readonly string[], language: Language): string {
  return formatters[language].list.format(items)
}

/** `a, b or c`. */
export function formatChoices(items: readonly string[], language: Language): string {
  return formatters[language].choices.format(items)
}

/** A moment where the authority works, in words: `March 2, 2026 at 9:15 a.m.`, `2 mars 2026 à 9 h 15`. `timeZone`: an IANA name. */
export function formatMoment(moment: string, timeZone: string, language: Language): string {
  const text = momentFormatter(timeZone, language).format(Date.parse(moment))
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text
}

const momentFormatters = new Map<string, Intl.DateTimeFormat>()

// Making one takes longer than formatting a hundred moments.
function momentFormatter(timeZone: string, language: Language): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`
  const known = momentFormatters.get(key) ?? new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone })
  momentFormatters.set(key, known)
  return known
}

/** The same, for a reader who may sit in another time zone than the authority: its zone stands behind it. */
export function formatMomentThere(moment: string, timeZone: string, language: Language): string {
  return `${formatMoment(moment, timeZone, language)} (${timeZone})`
}

/** Sorts as a dictionary of the language does: accents and case come last. */
export function compareNames(language: Language): (one: string, other: string) => number {
  return formatters[language].order.compare
}

/** First letter without its accent: under which letter of an index a name stands. */
export function initial(name: string): string {
  return name.normalize('NFD').charAt(0).toUpperCase()
}

export function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

// Making a formatter costs a thousand times more than using it.
const formatters = { en: formattersOf('en'), fr: formattersOf('fr') }

function formattersOf(language: Language) {
  const locale = locales[language]
  // What rounds to nought is nought: a computed limit may be the smallest bit under it.
  const signDisplay = 'negative'
  return {
    count: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
    number: new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay }),
    percent: new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay }),
    wholePercent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
    signed: new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    list: new Intl.ListFormat(locale),
    choices: new Intl.ListFormat(locale, { type: 'disjunction' }),
    order: new Intl.Collator(locale),
  }
}
