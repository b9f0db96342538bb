import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { madeUpLeavers, madeUpSources } from '../../test/made-up-sources.ts'
import { errorPages, everyPage, servePages, type ServedPages } from '../../test/served-pages.ts'
import { addMeasurement } from '../store/measurements.ts'
import { charts } from '../text/en/charts.ts'
import { figures } from '../text/en/figures.ts'
import { intake } from '../text/en/intake.ts'
import { methods } from '../text/en/methods.ts'
import { pages } from '../text/en/pages.ts'
import { report } from '../text/en/report.ts'
import { charts as chartsInFrench } from '../text/fr/charts.ts'
import { figures as figuresInFrench } from '../text/fr/figures.ts'
import { report as reportInFrench } from '../text/fr/report.ts'

let served: ServedPages
beforeAll(async () => { served = await servePages(madeUpSources()) })
afterAll(() => served.close())

const addresses = (language: string) => everyPage(served.keys).map((path) => `/${language}${path}`)
const bodyOf = async (url: string) => (await served.server.inject(url)).body

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('every page answers, and every error page with its own status', async () => {
    const statuses = await Promise.all(addresses(language).map(async (url) => [url, (await served.server.inject(url)).statusCode]))
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
    const errors = await Promise.all(errorPages.map(async (path) => (await served.server.inject(`/${language}${path}`)).statusCode))
    expect(errors).toEqual([404, 404, 404, 400])
  })

  test('every page has its language, a title, one main heading, headings in order, and no identifier twice', async () => {
    for (const url of [...addresses(language), ...errorPages.map((path) => `/${language}${path}`)]) {
      const body = await bodyOf(url)
      expect(body, url).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}-CA">`))
      expect(body.match(/<title>[^<]{5,} – Comity<\/title>/g), url).toHaveLength(1)
      const levels = [...body.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]))
      expect(levels.filter((level) => level === 1), url).toHaveLength(1)
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1), url).toEqual([])
      const ids = [...body.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
      expect(ids.filter((id, index) => ids.indexOf(id) !== index), url).toEqual([])
      expect([...body.matchAll(/ (?:aria-labelledby|aria-describedby)="([^"]*)"/g)].flatMap((match) => (match[1] ?? '').split(' ')).filter((id) => !ids.includes(id)), url).toEqual([])
    }
  })

  test('no page carries a script, a style of its own, or anything from elsewhere', async () => {
    for (const url of addresses(language)) {
      const body = await bodyOf(url)
      expect(body, url).not.toMatch(/<script|<style|<iframe|<object|<embed| style=| on[a-z]+="|javascript:/i)
      expect([...body.matchAll(/ (?:href|src|action)="([^"]*)"/g)].map((match) => match[1] ?? '').filter((target) => !/^(?:\/(?!\/)|#)/.test(target)), url).toEqual([])
    }
  })

  test('every link within the server leads to a page, and every anchor is there', async () => {
    const bodies = new Map<string, string>()
    const read = async (url: string) => bodies.get(url) ?? bodies.set(url, await bodyOf(url)).get(url) ?? ''
    const [broken, checked] = [new Set<string>(), new Set<string>()]
    for (const url of addresses(language)) {
      const links = [...(await read(url)).matchAll(/<a [^>]*?href="([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
      for (const link of new Set(links.filter((one) => !checked.has(one) && !/\/countries\/(?!GIN)|measure=(?!answered-by)/.test(one)))) {
        if (!link.startsWith('#')) checked.add(link)
        const [target = '', anchor] = link.startsWith('#') ? [url, link.slice(1)] : link.split('#')
        if (!target.startsWith('/data/') && (await served.server.inject(target)).statusCode !== 200) broken.add(link)
        if (anchor && !(await read(target)).includes(` id="${anchor}"`)) broken.add(link)
      }
    }
    expect([...broken]).toEqual([])
  })

  test('every picture has a name and a description, and a table with the same numbers follows it', async () => {
    let pictures = 0
    for (const url of addresses(language)) {
      for (const [, picture = ''] of (await bodyOf(url)).matchAll(/<figure class="picture"[^>]*>(.*?)<\/figure>/gs)) {
        pictures += 1
        expect(picture, url).toMatch(/<svg role="img"[^>]*><title id="[^"]*">[^<]+<\/title><desc id="[^"]*">[^<]+<\/desc>/)
        expect(picture.indexOf('<table>'), url).toBeGreaterThan(picture.indexOf('</svg>'))
        expect(picture.match(/<tr>/g)?.length ?? 0, url).toBeGreaterThan(1)
      }
      expect((await bodyOf(url)).replaceAll(/<figure class="picture".*?<\/figure>/gs, ''), url).not.toContain('<svg role="img"')
    }
    expect(pictures).toBeGreaterThan(20)
  })

  test('no figure is shown without its limits or the word that it is a complete count', async () => {
    let shown = 0
    const headings = language === 'en' ? [figures, charts, report] : [figuresInFrench, chartsInFrench, reportInFrench]
    const [{ limits, intervals }, { funnel }, { rankSet }] = headings as [typeof figures, typeof charts, typeof report]
    for (const url of addresses(language)) {
      const body = await bodyOf(url)
      for (const [, stated = ''] of body.matchAll(/<p class="card-value">.*?<p class="card-limits">([^<]*)/gs)) {
        shown += 1
        expect(stated.trim(), url).not.toBe('')
      }
      for (const [table] of body.matchAll(/<table>.*?<\/table>/gs)) {
        // These have a column of their own for limits, or say in the caption that all are complete counts.
        if ([`>${limits}</th>`, `>${funnel.expected}</th>`, `>${rankSet}</th>`].some((heading) => table.includes(heading))) continue
        const complete = /<caption>.*?<\/caption>/s.exec(table)?.[0].includes(intervals['complete-count'])
        const cells = [...table.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map((match) => match[1] ?? '').filter((cell) => complete || /%/.test(cell))
        shown += cells.length
        expect(cells.filter((cell) => !complete && !cell.includes('<small>')), url).toEqual([])
      }
    }
    expect(shown).toBeGreaterThan(400)
  })

  test('the link to the other language keeps the place and the choice', async () => {
    const other = language === 'en' ? 'fr' : 'en'
    for (const url of addresses(language)) {
      const [, href = ''] = /<p class="language"><a href="([^"]*)"/.exec(await bodyOf(url)) ?? []
      expect(href.replaceAll('&amp;', '&')).toBe(url.replace(/^\/../, `/${other}`))
    }
  })
})

/** Every plain sentence of a catalogue, of four words or more. */
function sentences(catalogue: unknown): string[] {
  if (typeof catalogue === 'string') return catalogue.split(' ').length >= 4 ? [catalogue] : []
  return typeof catalogue === 'object' && catalogue !== null ? Object.values(catalogue).flatMap(sentences) : []
}

test('French pages hold no English sentence', async () => {
  const english = [charts, figures, intake, methods, pages, report].flatMap(sentences)
  expect(english.length).toBeGreaterThan(150)
  for (const url of [...addresses('fr'), ...errorPages.map((path) => `/fr${path}`)]) {
    const text = (await bodyOf(url)).replaceAll(/<[^>]*>/g, ' ').replaceAll('&#39;', '’')
    expect(english.filter((sentence) => text.includes(sentence)), url).toEqual([])
  }
})

test('a country without figures says so, and one that nobody knows is not found', async () => {
  expect(await bodyOf('/en/countries/FRA')).toContain(pages.country.none('France'))
  expect(await bodyOf('/en/countries/YUG')).toContain('was in use from')
  expect((await served.server.inject('/en/countries/gin')).statusCode).toBe(404)
})

test('conditional figures are labelled so, and people present are never added to people who left', async () => {
  const body = await bodyOf('/en/countries/GIN')
  expect(body).toContain(pages.country.conditional)
  expect(body).toContain(pages.country.leavers)
  expect(body).toContain(pages.country.clocks)
  expect(body).toContain(report.cautionSentences['conditional-on-completion'])
})

test('a table of counts says that they are complete', async () => {
  const [, caption] = /<caption><span[^>]*>(Guinea: Count, by period[^<]*)</.exec(await bodyOf('/en/countries/GIN')) ?? []
  expect(caption).toBe('Guinea: Count, by period (complete count)')
})

test('the edition before stands beside the later one and not by itself', async () => {
  const body = await bodyOf('/en/countries/GIN')
  const [, first, second] = served.keys
  expect(body).toContain(`id="s${second}"`)
  expect(body).not.toContain(`id="s${first}"`)
  expect(body).toContain(pages.country.editions({ earlier: 'extracted 2030-04-02', later: 'extracted 2030-10-09' }))
})

test('no ranks are shown unless asked for, and then with their sets', async () => {
  const url = `/en/compare?source=${served.keys[0]}`
  expect(await bodyOf(url)).not.toContain(pages.compare.ranks)
  const asked = await bodyOf(`${url}&ranks=yes`)
  expect(asked).toContain(report.rankSet)
  expect(asked).toContain(report.ranksExplained({ confidence: '95%', kind: 'simultaneous', seed: '11' }))
  expect(await bodyOf(`/en/compare?source=${served.keys[1]}&ranks=yes`)).toContain(pages.compare.noRanks)
})

test('countries are compared in alphabetical order of their names', async () => {
  const body = await bodyOf(`/fr/compare?source=${served.keys[2]}`)
  const [table = ''] = /<span id="intervals-1-table">.*?<\/table>/s.exec(body) ?? []
  const names = [...table.matchAll(/<th scope="row">([^<]*)<\/th>/g)].map((match) => match[1] ?? '')
  expect(names).toHaveLength(16)
  expect(names).toEqual(names.toSorted(new Intl.Collator('fr-CA').compare))
})

test('a source shows that every row is used or set aside, where its sums fail, and what changed since the edition before', async () => {
  const [, first, second] = served.keys
  const body = await bodyOf(`/en/sources/${second}`)
  expect(body).toContain(report.reconciled({ read: '1,000', used: '988', quarantined: '12' }))
  expect(body).toContain(pages.sources.notAdditive)
  expect(body).toContain('1'.repeat(64))
  const changes = await bodyOf(`/en/sources/${second}/since/${first}`)
  expect(changes).toMatch(/of which changed: [1-9]/)
})

test('a wish that the source cannot meet is said, and something near is shown', async () => {
  const body = await bodyOf(`/en?source=${served.keys[2]}&measure=answered-by..state&period=1999`)
  expect(body).toContain(pages.form.unmet.measure)
  expect(body).toContain(pages.form.unmet.period)
})

test('without anything loaded every page still answers', async () => {
  const empty = await servePages([])
  for (const path of ['', '/countries/GIN', '/compare', '/sources', '/methods', '/accessibility']) {
    const answer = await empty.server.inject(`/en${path}`)
    expect([path, answer.statusCode]).toEqual([path, 200])
  }
  expect((await empty.server.inject('/en')).body).toContain(pages.home.empty)
  // What is added later is there at once.
  await empty.database.database.transaction().execute((tx) => addMeasurement(tx, madeUpLeavers()))
  expect((await empty.server.inject('/en')).body).not.toContain(pages.home.empty)
  await empty.close()
})
