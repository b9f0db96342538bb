import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** A template of Typst, and fonts beyond those that the compiler carries. */
export type Template = { readonly file: URL; readonly fonts?: readonly Uint8Array[] }

/** How PDF is made here could not be loaded, or could not set this page: of letters without a font, say. */
export class PdfFailure extends Error {}

const compilers = new Map<string, Promise<NodeCompiler>>()

/**
 * Sets data by a template as tagged PDF (PDF/UA-1), of which the same data give the same bytes. The data come in as JSON and are never
 * read as markup; a template reads nothing outside its own folder.
 */
export async function typeset({ file, fonts = [] }: Template, data: unknown): Promise<Uint8Array> {
  const path = fileURLToPath(file)
  const compiler = await compilerFor(path, fonts)
  const done = compiler.compile({ mainFileContent: await readFile(path, 'utf8'), inputs: { data: JSON.stringify(data) }, resetRead: true })
  const document = done.result
  if (!document) throw new PdfFailure(`the page could not be set: ${faultsOf(done.takeDiagnostics()?.shortDiagnostics)}`)
  try {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' }))
  } catch (cause) {
    throw new PdfFailure('the page could not be written as tagged PDF', { cause })
  } finally {
    // What was set is about people: nothing of it stays in the compiler's memory.
    compiler.evictCache(0)
  }
}

async function compilerFor(path: string, fonts: readonly Uint8Array[]): Promise<NodeCompiler> {
  const known = compilers.get(path)
  if (known) return known
  const made = makeCompiler(dirname(path), fonts)
  compilers.set(path, made)
  return made
}

// Loaded when the first page is asked for: there is no build of it for every machine, and the rest of Comity runs without.
async function makeCompiler(workspace: string, fonts: readonly Uint8Array[]): Promise<NodeCompiler> {
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] })
  } catch (cause) {
    throw new PdfFailure('Typst could not be loaded on this machine', { cause })
  }
}

function faultsOf(diagnostics: readonly unknown[] | undefined): string {
  return (diagnostics ?? []).map((one) => (one as { readonly message?: string }).message ?? '').join('; ')
}
