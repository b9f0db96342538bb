// Looks at a page of a PDF as a camera does, and reads the barcodes on it.
import { createCanvas } from '@napi-rs/canvas'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** The bytes of every DataMatrix on the first page, drawn at 288 dots to an inch. */
export async function readDataMatrices(pdf: Uint8Array): Promise<readonly Uint8Array[]> {
  // Without this it would ask a server of somebody else's.
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
  const found = await readBarcodes(await drawPage(pdf), { formats: ['DataMatrix'], tryHarder: true, maxNumberOfSymbols: 8 })
  return found.filter(({ isValid }) => isValid).map(({ bytes }) => bytes)
}

async function drawPage(pdf: Uint8Array) {
  const task = getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS })
  const page = await (await task.promise).getPage(1)
  const viewport = page.getViewport({ scale: 4 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  // Its types speak of a browser's canvas; this one does the same.
  const drawing = { canvas, canvasContext: context, viewport } as unknown as Parameters<typeof page.render>[0]
  await page.render(drawing).promise
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
  await task.destroy()
  return { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const }
}
