import { expect, test } from 'vitest'
import { readPdf } from '../../../test/read-pdf.ts'
import type { PageModel } from '../../documents/page-model.ts'
import { renderPdf } from './render-pdf.ts'
import { PdfFailure } from './typeset.ts'

const square = { format: 'svg' as const, bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>') }
const sample: PageModel = {
  language: 'fr', title: 'Page d’essai', footer: 'Au pied de page',
  blocks: [
    { kind: 'heading', level: 2, text: 'Première partie' }, { kind: 'paragraph', text: 'Un mot.' }, { kind: 'paragraph', text: 'À ne pas manquer.', strong: true },
    { kind: 'list', items: ['premier', 'second'] }, { kind: 'list', ordered: true, items: ['un', 'deux'] },
    { kind: 'table', caption: 'Quelques nombres', header: ['Pays', 'Nombre'], rows: [['Utopie', '12'], ['Ailleurs', '7']], numbers: [1] },
    { kind: 'summary', caption: 'Personne', pairs: [{ name: 'Nom', value: 'Sample' }, { name: 'Né à', value: 'Владимир' }] },
    { kind: 'figure', image: square, alt: 'Un carré noir', caption: 'Un carré', widthMillimetres: 20 },
  ],
}

test('a page as PDF has its words, its language, its title and a tag for everything', async () => {
  const read = await readPdf(await renderPdf(sample))
  expect(read).toMatchObject({ language: 'fr', title: 'Page d’essai', tagged: true, alts: ['Un carré noir'] })
  for (const word of ['Page d’essai', 'Première partie', 'À ne pas manquer.', 'premier', 'deux', 'Quelques nombres', 'Utopie', '12', 'Владимир', 'Un carré', 'Au pied de page', '1/1']) expect(read.text).toContain(word)
  for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'Caption', 'THead', 'TH', 'TD', 'Figure']) expect(read.roles).toContain(role)
  expect(read.roles.filter((role) => role === 'TH')).toHaveLength(2)
})

test('the same page gives the same bytes, which tell of no machine and no moment', async () => {
  const [first, second] = [await renderPdf(sample), await renderPdf(sample)]
  expect(Buffer.compare(first, second)).toBe(0)
  const { about } = await readPdf(first)
  expect(Object.keys(about).filter((name) => /Date|Author|Subject|Keywords/.test(name))).toEqual([])
  expect(Buffer.from(first).includes(process.cwd())).toBe(false)
})

test('what comes in is never read as markup, whatever it looks like', async () => {
  const hostile = ['#read("page.typ")', '*strong*', '$x^2$', '#image("x")', '\\ // /* ] )', '<label> @ref', 'https://example.org', '= Heading', '"; #panic()']
  const { text, roles } = await readPdf(await renderPdf({ language: 'en', title: '#pagebreak()', blocks: hostile.map((text) => ({ kind: 'paragraph', text })) }))
  for (const one of ['#pagebreak()', ...hostile]) expect(text).toContain(one)
  expect(roles).not.toContain('H2')
  expect(roles).not.toContain('Link')
})

test('a table that goes on over pages says its header on each', async () => {
  const rows = Array.from({ length: 120 }, (_, row) => [`Row ${row}`, String(row)])
  const { pages } = await readPdf(await renderPdf({ language: 'en', title: 'Long', blocks: [{ kind: 'table', caption: 'Rows', header: ['What it is', 'How many'], rows }] }))
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(page).toContain('How many')
})

test('a letter that no font has is a failure, never a box in the place of a name', async () => {
  await expect(renderPdf({ language: 'en', title: 'x', blocks: [{ kind: 'paragraph', text: '\u{10ffff}' }] })).rejects.toThrow(PdfFailure)
})

test('a page without a title, a row of another length, a level left out and a picture without words are our mistakes', async () => {
  const wrong: readonly Partial<PageModel>[] = [
    { title: ' ' }, { blocks: [{ kind: 'table', caption: 'x', header: ['a', 'b'], rows: [['a']] }] }, { blocks: [{ kind: 'heading', level: 3, text: 'x' }] },
    { blocks: [{ kind: 'figure', image: square, alt: ' ' }] },
  ]
  for (const one of wrong) await expect(renderPdf({ ...sample, ...one })).rejects.toThrow()
})
