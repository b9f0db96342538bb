// Every citation of a text that lies beside the repository leads to a provision there; Canadian ones in both languages.
import { describe, expect, test } from 'vitest'
import { shippedBook } from '../src/law/shipped-book.ts'
import type { Provision } from '../src/law/rule.ts'
import { citeProvision } from '../src/text/cite-provision.ts'
import { hasParts, isHeld, pathsOfAct, pathsOfUsc, statutesAreThere, writtenPathsOfAct } from './statute-text.ts'

const { provisions } = shippedBook()
const canadian = provisions.filter(({ jurisdiction, act }) => jurisdiction === 'CA' && isHeld(act))
const american = provisions.filter(({ act }) => act === '8 USC')

/** The earliest days that the consolidation knows: an element with one of them has read so since then or longer. */
const beginnings = ['2003-01-01', '2006-03-22']

describe.skipIf(!statutesAreThere)('citations of statutes (skipped where the statutes do not lie beside the repository)', () => {
  test('there is something to check', () => {
    expect(canadian.length).toBeGreaterThan(80)
    expect(american.length).toBeGreaterThan(50)
  })

  test('every Canadian citation leads to its section, subsection and paragraph in English', () => {
    expect(canadian.filter(({ act, section }) => !pathsOfAct(act, 'en').has(section)).map(cited)).toEqual([])
  })

  test('and in French, where some sections say in one paragraph what English letters', () => {
    expect(canadian.filter(({ act, section }) => !inFrench(act, section)).map(cited)).toEqual([])
  })

  test('and is written as the act itself writes it, in either language', () => {
    for (const language of ['en', 'fr'] as const) {
      const lettered = canadian.filter(({ act, section }) => pathsOfAct(act, language).has(section))
      expect(lettered.filter(({ section }) => /[a-z]/.test(section)).length).toBeGreaterThan(40)
      expect(lettered.filter((one) => !writtenPathsOfAct(one.act, language).has(citeProvision(one, language).split(' ').at(-1) ?? '')).map(cited)).toEqual([])
    }
  })

  test('the day since when a Canadian provision reads as it does is the one in the consolidation', () => {
    const wrong = canadian.filter(({ act, section, inForce }) => {
      const since = pathsOfAct(act, 'en').get(section) ?? ''
      return (inForce.from ?? '') !== (beginnings.includes(since) ? '' : since)
    })
    expect(wrong.map(cited)).toEqual([])
  })

  test('every citation of 8 USC leads to its place in the section', () => {
    expect(american.filter(({ section }) => !isInUsc(section)).map(cited)).toEqual([])
  })

  test('a provision that is not there is not found', () => {
    expect(pathsOfAct('I-2.5', 'en').has('49(2)(i)')).toBe(false)
    expect(inFrench('I-2.5', '49(2)(i)')).toBe(false)
    expect(inFrench('SOR/2002-227', '232(g)')).toBe(false)
    expect(isInUsc('1231(b)(2)(C)(ii)')).toBe(true)
    expect(isInUsc('1231(b)(2)(C)(ix)')).toBe(false)
    expect(isInUsc('1231(z)')).toBe(false)
    expect(isInUsc('9999(a)')).toBe(false)
  })
})

function inFrench(act: string, section: string): boolean {
  const paths = pathsOfAct(act, 'fr')
  if (paths.has(section)) return true
  const holding = section.replace(/\([^)]*\)$/, '')
  return holding !== section && paths.has(holding) && !hasParts(paths, holding)
}

function isInUsc(section: string): boolean {
  const [, number = '', path = ''] = /^([0-9a-z]+)(.*)$/.exec(section) ?? []
  const paths = pathsOfUsc(number)
  return paths !== undefined && (path === '' || paths.has(path))
}

function cited({ code, act, section }: Provision): string {
  return `${code}: ${act} ${section}`
}
