import axe, { type AxeResults } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../test/browser.ts'
import { sampleMeasurement, type SampleKind } from '../../test/sample-measurement.ts'
import { figureOf } from '../cooperation/figure.ts'
import type { Measurement } from '../cooperation/measurement.ts'
import { languages } from '../text/language.ts'
import { renderReport } from './report.ts'

const kinds: readonly SampleKind[] = ['cohort', 'completed', 'leavers', 'rates']
const everyKind = kinds.flatMap((kind) => languages.map((language) => ({ kind, language })))

// Ten countries make a map; two are enough where the pages are long, for axe compares every element with every other.
const sizes: Readonly<Record<SampleKind, number>> = { cohort: 2, completed: 10, leavers: 2, rates: 10 }
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everything that a report can hold besides its figures. */
function withExtras(measurement: Measurement): Measurement {
  return {
    ...measurement,
    rankSets: { measure: 'answered-by', day: 180, confidence: 0.95, kind: 'marginal', seed: 7, countries: [{ country: 'FRA', value: 0.4, lowest: 1, highest: 2 }, { country: 'DEU', value: 0.3, lowest: 1, highest: 2 }] },
    published: { name: 'invented-table.csv', sha256: 'f'.repeat(64), compared: 12, zeroInBoth: 2, aliasMappings: [{ published: 'Invented name', country: 'FRA' }], differences: [{ country: 'DEU', period: '2099', ours: 12, published: 10 }] },
  }
}

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => { browser = await launchBrowser() })
  afterAll(async () => { await browser.close() })

  test.each(everyKind)('axe finds nothing in a report of $kind in $language', async ({ kind, language }) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.setContent(renderReport(withExtras(sampleMeasurement(kind, sizes[kind])), language))
    // Opened, so that what is folded is looked at too. The report has no script of its own; axe needs a browser that runs one.
    await page.evaluate('document.querySelectorAll("details").forEach((details) => { details.open = true })')
    await page.evaluate(axe.source)
    const result = await page.evaluate<AxeResults>(`axe.run(document, { runOnly: ${JSON.stringify(rules)} })`)
    expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).slice(0, 3).join(' | ')}`)).toEqual([])
    expect(result.passes.length).toBeGreaterThan(25)
    await context.close()
  })

  test('axe finds nothing in a dark window as narrow as a phone', async () => {
    const context = await browser.newContext({ colorScheme: 'dark', viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    await page.setContent(renderReport(withExtras(sampleMeasurement('cohort', 1)), 'fr'))
    await page.evaluate(axe.source)
    const result = await page.evaluate<AxeResults>(`axe.run(document, { runOnly: ${JSON.stringify(rules)} })`)
    expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])
    await context.close()
  })

  test('a report asks the network for nothing', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.setContent(renderReport(sampleMeasurement('cohort', 12), 'en'), { waitUntil: 'load' })
    expect(asked).toEqual([])
    expect(complaints).toEqual([])
    // The policy admits the stylesheet: had its digest been wrong, the page would be bare.
    expect(await page.evaluate('getComputedStyle(document.querySelector(".card")).borderTopWidth')).toBe('3px')
    await context.close()
  })

  test.each([320, 390, 1280])('at %i px the page itself never scrolls sideways', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: false })
    const page = await context.newPage()
    for (const { kind, language } of everyKind) {
      await page.setContent(renderReport(withExtras(sampleMeasurement(kind, 12)), language))
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${kind} ${language}`).toBeLessThanOrEqual(width)
    }
    await context.close()
  })
})

test.each(everyKind)('every picture of a report of $kind in $language has its name, its description and its table right after it', ({ kind, language }) => {
  const pictures = renderReport(sampleMeasurement(kind, 12), language).split('<figure class="picture"').slice(1)
  expect(pictures.length).toBeGreaterThan(2)
  for (const picture of pictures) {
    const [drawing = '', after = ''] = picture.split('</figure>')[0]?.split(/<\/svg><\/div>/) ?? []
    expect(drawing).toMatch(/<svg role="img"[^>]*aria-labelledby="([^ "]+) ([^ "]+)"><title id="\1">[^<]+<\/title><desc id="\2">[^<]+<\/desc>/)
    expect(after).toMatch(/<table>\s*<caption><span id="[^"]+">[^<]+/)
  }
})

test.each(everyKind)('every share, wait and rate of a report of $kind in $language stands with its limits, or says why there is none', ({ kind, language }) => {
  const cells = [...renderReport(sampleMeasurement(kind, 12), language).matchAll(/<td class="n">([^<]*)(<small[^>]*>[^<]*<\/small>)?<\/td>(<td>[^<]*<\/td>)?/g)]
  const bare = cells.filter(([, value = '', limits, next]) => /[%]/.test(value) && limits === undefined && next === undefined)
  expect(cells.length).toBeGreaterThan(50)
  expect(bare.map(([cell]) => cell)).toEqual([])
})

test('a value without limits is not shown: no interval, no figure', () => {
  const measurement = sampleMeasurement('cohort', 0)
  const naked = figureOf({ country: 'FRA', stratum: '', clock: 'state', period: '2099' }, 'answered-by', { day: 180, value: 0.4321, interval: 'log-log', denominator: 500 })
  const report = renderReport({ ...measurement, figures: [naked], curves: [] }, 'en')
  expect(report).not.toContain('43.2%')
  expect(report).toContain('no limits can be given')
})

test('what a file says is written as text, never as markup', () => {
  const hostile = '<script>alert(1)</script>'
  const measurement = withExtras(sampleMeasurement('completed', 3))
  const report = renderReport({
    ...measurement,
    vintage: hostile,
    method: hostile,
    inputs: [{ ...measurement.inputs[0], name: `=HYPERLINK("${hostile}")`, sha256: `"><${hostile}`, bytes: 1, profile: hostile, rowsRead: 1 }],
    reconciliation: { rowsRead: 1, rowsUsed: 0, quarantined: [{ reason: hostile, rows: 1 }], countedWithoutDuration: [] },
    figures: measurement.figures.map((figure) => ({ ...figure, country: figure.country === 'all' ? 'all' : hostile, stratum: figure.stratum === '' ? '' : `disposition=${hostile}`, outcome: hostile, period: hostile })),
    curves: measurement.curves.map((curve) => ({ ...curve, country: curve.country === 'all' ? 'all' : hostile, outcome: hostile })),
    published: { name: hostile, sha256: hostile, compared: 1, zeroInBoth: 0, aliasMappings: [{ published: hostile, country: hostile }], differences: [{ country: hostile, period: hostile, ours: 1, published: 2 }] },
  }, 'fr')
  expect(report).toContain('&lt;script&gt;')
  expect(report.toLowerCase()).not.toContain('<script')
  // The quote that would end an attribute is a quote no more.
  expect(report).not.toContain('"><<')
})

test.each(languages)('a report of 195 countries stays under 6 MB (%s)', (language) => {
  const measurement = sampleMeasurement('cohort', 195)
  const report = renderReport(measurement, language)
  expect(Buffer.byteLength(report)).toBeLessThan(6_000_000)
  expect(report.match(/<section class="country"/g)?.length).toBe(195)
})

test.each(everyKind)('a report of $kind in $language has no script, so that it is the same with scripts off', ({ kind, language }) => {
  const report = renderReport(withExtras(sampleMeasurement(kind, 12)), language)
  expect(report).not.toMatch(/<script|\son\w+=|javascript:/i)
  expect(report).not.toMatch(/(?:src|href)="(?!#)/)
})

test('sums that do not agree are said aloud', () => {
  const measurement = sampleMeasurement('rates', 2)
  const broken = { ...measurement, reconciliation: { ...measurement.reconciliation, rowsUsed: 1 } }
  expect(renderReport(measurement, 'en')).not.toContain('Do not use this report')
  expect(renderReport(broken, 'en')).toContain('Do not use this report')
})

test('anchors are the same in both languages, and each is there once', () => {
  const [english, french] = languages.map((language) => [...renderReport(withExtras(sampleMeasurement('cohort', 12)), language).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
  expect(new Set(english).size).toBe(english?.length)
  expect(new Set(french)).toEqual(new Set(english))
})

test('every link leads to an anchor of the report', () => {
  const report = renderReport(withExtras(sampleMeasurement('leavers', 12)), 'fr')
  const anchors = new Set([...report.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
  const links = [...report.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1])
  expect(links.length).toBeGreaterThan(12)
  expect(links.filter((link) => !anchors.has(link))).toEqual([])
})
