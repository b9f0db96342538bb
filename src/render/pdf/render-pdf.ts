import type { PageBlock, PageModel } from '../../documents/page-model.ts'
import { invariant } from '../../kernel/invariant.ts'
import { typeset } from './typeset.ts'

const template = { file: new URL('page.typ', import.meta.url) }

/** A page as tagged PDF: language, title, headings, lists, tables with their headers, pictures with what they say. The same page gives the same bytes. */
export async function renderPdf(page: PageModel): Promise<Uint8Array> {
  checkPage(page)
  return typeset(template, { ...page, blocks: page.blocks.map(plain) })
}

function plain(block: PageBlock) {
  if (block.kind !== 'figure') return block
  const { image, ...rest } = block
  return { ...rest, format: image.format, bytes: Array.from(image.bytes) }
}

function checkPage({ title, blocks }: PageModel) {
  invariant(title.trim() !== '', 'a page has no title')
  let level = 1
  for (const block of blocks) {
    if (block.kind === 'heading') {
      invariant(block.level <= level + 1, 'a level of headings is left out', { text: block.text })
      level = block.level
    }
    if (block.kind === 'table') invariant(block.rows.every((row) => row.length === block.header.length), 'a row is not as long as its header', { caption: block.caption })
    if (block.kind === 'figure') invariant(block.alt.trim() !== '', 'a picture does not say what it shows')
  }
}
