// What a browser loads for a page: its HTML, stylesheets and scripts, compressed.
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { ask, type Wish } from './pages-load.ts'

export async function pageWeight(origin: string, wish: Wish): Promise<string> {
  const html = await ask(origin, wish)
  const links = [...html.toString().matchAll(/<(?:link rel="stylesheet"|script)[^>]*(?:href|src)="([^"]+)"/g)].map(([, link]) => link ?? '')
  const files = await Promise.all(links.map(async (link) => Buffer.from(await (await fetch(new URL(link.replaceAll('&amp;', '&'), origin))).arrayBuffer())))
  const all = [html, ...files]
  const sum = (compress: (bytes: Buffer) => Buffer) => (all.reduce((total, bytes) => total + compress(bytes).length, 0) / 1000).toFixed(1)
  return `HTML and ${links.length} files ${sum((bytes) => bytes)} kB, gzip ${sum((bytes) => gzipSync(bytes))} kB, brotli ${sum((bytes) => brotliCompressSync(bytes))} kB`
}
