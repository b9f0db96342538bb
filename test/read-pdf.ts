// Reads a PDF back as a reader of screens meets it: words in their order, the tree of tags, language and title.
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Node = { readonly role?: string; readonly children?: readonly Node[]; readonly alt?: string }

export type PdfRead = {
  readonly text: string
  /** One a page. */
  readonly pages: readonly string[]
  readonly title: string
  readonly language: string
  readonly tagged: boolean
  /** Every role of the tree of tags, in order. */
  readonly roles: readonly string[]
  readonly alts: readonly string[]
  /** Everything that the file says about itself. */
  readonly about: Readonly<Record<string, unknown>>
}

export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  const { info } = await document.getMetadata() as { readonly info: Readonly<Record<string, string | undefined>> }
  const mark = await document.getMarkInfo() as ReadonlyMap<string, boolean> | null
  const [pages, nodes]: [string[], Node[]] = [[], []]
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    const tree = await page.getStructTree() as Node | null
    if (tree) nodes.push(...flat(tree))
  }
  await task.destroy()
  return {
    text: pages.join('\n'), pages, title: info['Title'] ?? '', language: info['Language'] ?? '', tagged: mark?.get('Marked') === true, about: info,
    roles: nodes.flatMap(({ role }) => (role === undefined ? [] : [role])), alts: nodes.flatMap(({ alt }) => (alt === undefined ? [] : [alt])),
  }
}

function flat(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(flat)]
}
