// Finds sections of the statutes that lie beside the repository. Only what the checks of citations need, not a reader of statutes.
import { existsSync, readFileSync } from 'node:fs'

const law = new URL('../../shared/law/', import.meta.url)

/** Without these files the citations cannot be checked, and the tests say so. */
export const statutesAreThere = existsSync(law)

/** Where each Canadian act lies, in English and French, by the name under which provisions cite it. */
const files: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  'I-2.5': { en: 'en/I-2.5.xml', fr: 'fr/I-2.5.xml' },
  'SOR/2002-227': { en: 'en/SOR-2002-227.xml', fr: 'fr/DORS-2002-227.xml' },
  'P-21': { en: 'en/P-21.xml', fr: 'fr/P-21.xml' },
  'A-1': { en: 'en/A-1.xml', fr: 'fr/A-1.xml' },
  'A-18.8': { en: 'en/A-18.8.xml', fr: 'fr/A-18.8.xml' },
  'C-1.4': { en: 'en/C-1.4.xml', fr: 'fr/C-1.4.xml' },
  'C-29.4': { en: 'en/C-29.4.xml', fr: 'fr/C-29.4.xml' },
}

/** Is the act's text held, so that a citation of it must resolve? */
export function isHeld(act: string): boolean {
  return act in files || act === '8 USC'
}

/** Each path that a Canadian act has, as `49(2)(d)(i)`, with the day since when the copy says that it reads so. */
export function pathsOfAct(act: string, language: 'en' | 'fr'): ReadonlyMap<string, string> {
  const key = `${act} ${language}`
  const paths = remembered.get(key) ?? readXml(readFileSync(new URL(files[act]?.[language] ?? '', law), 'utf8'))
  remembered.set(key, paths)
  return paths
}

/** The same paths as the act itself writes them: `49(2)d)(i)` in French, where it has no bracket before a letter. */
export function writtenPathsOfAct(act: string, language: 'en' | 'fr'): ReadonlySet<string> {
  return new Set(readXml(readFileSync(new URL(files[act]?.[language] ?? '', law), 'utf8'), (label) => label).keys())
}

const remembered = new Map<string, ReadonlyMap<string, string>>()

/** The nearest provision that holds this one and has parts of its own; the whole act at the top. French often says in one paragraph what English letters. */
export function hasParts(paths: ReadonlyMap<string, string>, section: string): boolean {
  return [...paths.keys()].some((path) => path.startsWith(`${section}(`))
}

const levels = ['Section', 'Subsection', 'Paragraph', 'Subparagraph', 'Clause', 'Subclause']

// Within <Body> only: what comes after it are amendments that are not in force, and amending acts.
function readXml(xml: string, written = (label: string) => `(${label.replaceAll(/[()]/g, '')})`): ReadonlyMap<string, string> {
  const body = xml.slice(xml.indexOf('<Body'), xml.indexOf('</Body>'))
  const paths = new Map<string, string>()
  const open: { readonly tag: string; readonly since: string; path: string }[] = []
  for (const [, closing, tag = '', attributes = '', text = ''] of body.matchAll(/<(\/?)([A-Za-z]+)([^>]*)>([^<]*)/g)) {
    const last = open.at(-1)
    if (closing && levels.includes(tag)) open.pop()
    else if (levels.includes(tag) && !attributes.endsWith('/')) open.push({ tag, since: /inforce-start-date="([^"]*)"/.exec(attributes)?.[1] ?? '', path: '' })
    else if (tag === 'Label' && !closing && last?.path === '') {
      last.path = `${open.at(-2)?.path ?? ''}${last.tag === 'Section' ? text.trim() : written(text.trim())}`
      paths.set(last.path, last.since)
    }
  }
  return paths
}

/** Each path that a section of 8 USC has, as `(b)(2)(C)(ii)`, as well as text without structure allows. */
export function pathsOfUsc(section: string): ReadonlySet<string> | undefined {
  const file = new URL(`us/8usc${section}.json`, law)
  if (!existsSync(file)) return undefined
  const { sources } = JSON.parse(readFileSync(file, 'utf8')) as { readonly sources: Record<string, { readonly text?: string; readonly chunks?: readonly { readonly markdown: string }[] }> }
  const texts = Object.values(sources).map(({ text, chunks = [] }) => text ?? chunks.map(({ markdown }) => markdown).join('\n'))
  return new Set(texts.flatMap((text) => pathsInText(text)))
}

// A label stands at the beginning, after a line, or right after a heading or a sign; a cross-reference stands after a space or a number.
const label = /(?:^|\n(#+ )?|[a-z.;:—”](?=\())((?:\([0-9A-Za-z]{1,5}\) ?)+)/g

type Open = readonly { readonly label: string; readonly level: number }[]

function pathsInText(text: string): readonly string[] {
  const paths = new Set<string>()
  let open: Open = []
  for (const [, heading, group = ''] of text.matchAll(label)) {
    for (const [, name = ''] of group.matchAll(/\(([0-9A-Za-z]+)\)/g)) {
      const level = levelOf(name, open)
      const next = [...open.filter((one) => one.level < level), { label: name, level }]
      const path = next.map((one) => `(${one.label})`).join('')
      // Where a text is cut into pieces, each piece repeats the headings above it: nothing begins there.
      if (heading === undefined || !paths.has(path)) open = next
      paths.add(path)
    }
  }
  return [...paths]
}

/** `(i)` follows `(h)` at the first level and opens the fourth anywhere else: whichever level it continues, else the one it begins. */
function levelOf(name: string, open: Open): number {
  const possible = shapes.flatMap((shape, level) => (shape.test(name) ? [level] : []))
  const continued = possible.filter((level) => open.some((one) => one.level === level && follows(one.label, name, level)))
  return continued.at(-1) ?? possible.find((level) => level > (open.at(-1)?.level ?? -1)) ?? possible[0] ?? 0
}

const shapes = [/^[a-z]$/, /^\d+$/, /^[A-Z]{1,2}$/, /^[ivxl]+$/, /^[IVXL]+$/, /^([a-z])\1$/]
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx']

function follows(last: string, next: string, level: number): boolean {
  if (level === 1) return Number(next) === Number(last) + 1
  if (level === 3 || level === 4) return romans.indexOf(next.toLowerCase()) === romans.indexOf(last.toLowerCase()) + 1
  return last.length === next.length && (next.codePointAt(0) ?? 0) === (last.codePointAt(0) ?? 0) + 1
}
