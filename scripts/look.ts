// Draws sample pages of invented numbers as PNG files, to be looked at by a person.
//
//     node scripts/look.ts looks                     every kind, language and view
//     node scripts/look.ts looks cohort-fr-phone     only those whose name begins so
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { renderReport } from '../src/render/report.ts'
import { languages } from '../src/text/language.ts'
import { launchBrowser } from '../test/browser.ts'
import { sampleMeasurement, type SampleKind } from '../test/sample-measurement.ts'

const [folder = 'looks', chosen = ''] = process.argv.slice(2)
const kinds: readonly SampleKind[] = ['cohort', 'completed', 'leavers', 'rates']

// 320 px is what remains of 1280 px at 400 % zoom. Each view is a window as tall as a picture can well be.
const views = [
  { name: 'desktop', viewport: { width: 1280, height: 1900 } },
  { name: 'phone', viewport: { width: 390, height: 1900 } },
  { name: 'zoom', viewport: { width: 320, height: 1900 } },
  { name: 'dark', viewport: { width: 1280, height: 1900 }, colorScheme: 'dark' },
  { name: 'forced', viewport: { width: 1280, height: 1900 }, forcedColors: 'active' },
] as const

// Where the windows are set down: the top, and the parts that hold pictures.
const anchors = ['', 'summary', 'comparison', 'map', 'intervals-1', 'index', 'method']

await mkdir(folder, { recursive: true })
const browser = await launchBrowser()
try {
  for (const kind of kinds) for (const language of languages) for (const view of views) {
    const name = `${kind}-${language}-${view.name}`
    if (name.startsWith(chosen)) await look(browser, view, renderReport(sampleMeasurement(kind, 16), language), name)
  }
} finally {
  await browser.close()
}
console.log(folder)

async function look(from: Browser, view: (typeof views)[number], report: string, name: string): Promise<void> {
  const context = await from.newContext({ ...view, javaScriptEnabled: false })
  const page = await context.newPage()
  const file = join(folder, `${name}.html`)
  await writeFile(file, report)
  for (const anchor of anchors) {
    if (anchor !== '' && !report.includes(`id="${anchor}"`)) continue
    await page.goto(`${new URL(file, `file://${process.cwd()}/`).href}#${anchor}`)
    await page.screenshot({ path: join(folder, `${name}-${anchor || 'top'}.png`) })
  }
  await context.close()
}
