// The checklist of docs/reference/asvs.md: each requirement once, and every path that it names is there.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Requirements of levels 1 and 2 of OWASP ASVS 5.0.0, by chapter, section and number. */
const requirements = `
1.1.1 1.1.2 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.2.6 1.2.7 1.2.8 1.2.9 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.3.10 1.3.11 1.4.1 1.4.2
1.4.3 1.5.1 1.5.2 2.1.1 2.1.2 2.1.3 2.2.1 2.2.2 2.2.3 2.3.1 2.3.2 2.3.3 2.3.4 2.4.1 3.2.1 3.2.2 3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5
3.4.6 3.5.1 3.5.2 3.5.3 3.5.4 3.5.5 3.7.1 3.7.2 4.1.1 4.1.2 4.1.3 4.2.1 4.3.1 4.3.2 4.4.1 4.4.2 4.4.3 4.4.4 5.1.1 5.2.1 5.2.2 5.2.3 5.3.1 5.3.2 5.4.1
5.4.2 5.4.3 6.1.1 6.1.2 6.1.3 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.2.9 6.2.10 6.2.11 6.2.12 6.3.1 6.3.2 6.3.3 6.3.4 6.4.1 6.4.2 6.4.3
6.4.4 6.5.1 6.5.2 6.5.3 6.5.4 6.5.5 6.6.1 6.6.2 6.6.3 6.8.1 6.8.2 6.8.3 6.8.4 7.1.1 7.1.2 7.1.3 7.2.1 7.2.2 7.2.3 7.2.4 7.3.1 7.3.2 7.4.1 7.4.2 7.4.3
7.4.4 7.4.5 7.5.1 7.5.2 7.6.1 7.6.2 8.1.1 8.1.2 8.2.1 8.2.2 8.2.3 8.3.1 8.4.1 9.1.1 9.1.2 9.1.3 9.2.1 9.2.2 9.2.3 9.2.4 10.1.1 10.1.2 10.2.1 10.2.2
10.3.1 10.3.2 10.3.3 10.3.4 10.4.1 10.4.2 10.4.3 10.4.4 10.4.5 10.4.6 10.4.7 10.4.8 10.4.9 10.4.10 10.4.11 10.5.1 10.5.2 10.5.3 10.5.4 10.5.5 10.6.1
10.6.2 10.7.1 10.7.2 10.7.3 11.1.1 11.1.2 11.2.1 11.2.2 11.2.3 11.3.1 11.3.2 11.3.3 11.4.1 11.4.2 11.4.3 11.4.4 11.5.1 11.6.1 12.1.1 12.1.2 12.1.3
12.2.1 12.2.2 12.3.1 12.3.2 12.3.3 12.3.4 13.1.1 13.2.1 13.2.2 13.2.3 13.2.4 13.2.5 13.3.1 13.3.2 13.4.1 13.4.2 13.4.3 13.4.4 13.4.5 14.1.1 14.1.2
14.2.1 14.2.2 14.2.3 14.2.4 14.3.1 14.3.2 14.3.3 15.1.1 15.1.2 15.1.3 15.2.1 15.2.2 15.2.3 15.3.1 15.3.2 15.3.3 15.3.4 15.3.5 15.3.6 15.3.7 16.1.1
16.2.1 16.2.2 16.2.3 16.2.4 16.2.5 16.3.1 16.3.2 16.3.3 16.3.4 16.4.1 16.4.2 16.4.3 16.5.1 16.5.2 16.5.3 17.1.1 17.2.1 17.2.2 17.2.3 17.2.4 17.3.1
17.3.2
`.trim().split(/\s+/)

const text = readFileSync(new URL('../docs/reference/asvs.md', import.meta.url), 'utf8')
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| (\w+) \| (.+) \|$/gm)].map(([, number = '', , asked = '', standing = '', where = '']) => ({ number, asked, standing, where }))
const standings = ['met', 'partly', 'open', 'operator', 'none']

test('every requirement of both levels stands there once, in order', () => {
  expect(requirements).toHaveLength(253)
  expect(rows.map(({ number }) => number)).toEqual(requirements)
})

test('each has one of the standings, and the table at the top counts them', () => {
  expect(rows.filter(({ standing, asked }) => !standings.includes(standing) || asked.trim() === '')).toEqual([])
  const counted = new Map([...text.matchAll(/^\| (met|partly|open|operator|none) \| .* \| (\d+) \|$/gm)].map(([, standing = '', count]) => [standing, Number(count)]))
  for (const standing of standings) expect([standing, counted.get(standing)]).toEqual([standing, rows.filter((row) => row.standing === standing).length])
})

test('every path named is there, and what is met names one', () => {
  const pathsIn = (where: string) => [...where.matchAll(/`((?:src|docs|test|prove|scripts)\/[^`]+|[\w.-]+\.(?:json|md))`/g)].map(([, path = '']) => path)
  expect(pathsIn(text).filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([])
  // What is met without a path is met by there being nothing of the kind, or by a list below; each of these was looked at.
  expect(rows.filter(({ standing, where }) => standing === 'met' && pathsIn(where).length === 0).map(({ number }) => number)).toEqual(['1.4.1', '11.1.2', '13.1.1', '14.1.1', '16.1.1'])
})

test('whatever is open is said again at the end, where the most urgent comes first', () => {
  const end = text.slice(text.indexOf('## What is open'))
  expect(rows.filter(({ standing, number }) => standing === 'open' && !new RegExp(`\\b${number.replaceAll('.', '\\.')}\\b`).test(end)).map(({ number }) => number)).toEqual([])
})
