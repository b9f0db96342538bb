// Draws sample pages of invented numbers to PNG files, to be looked at by a person: node scripts/look.ts [folder]
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderReport } from '../src/render/report.ts'
import { languages } from '../src/text/language.ts'
import { launchBrowser } from '../test/browser.ts'
import { sampleMeasurement, type SampleKind } from '../test/sample-measurement.ts'

const folder = process.argv[2] ?? 'looks'
const kinds: readonly SampleKind[] = ['cohort', 'completed', 'leavers', 'rates']

// 320 px is what remains of 1280 px at 400 % zoom.
const views = [
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
  { name: 'zoom', viewport: { width: 320, height: 640 } },
  { name: 'dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'forced', viewport: { width: 1280, height: 900 }, forcedColors: 'active' },
] as const

await mkdir(folder, { recursive: true })
const browser = await launchBrowser()
try {
  for (const kind of kinds) {
    for (const language of languages) {
      const report = renderReport(sampleMeasurement(kind, 16), language)
      await writeFile(join(folder, `${kind}-${language}.html`), report)
      for (const { name, ...options } of views) {
        const context = await browser.newContext({ ...options, javaScriptEnabled: false })
        const page = await context.newPage()
        await page.setContent(report)
        await page.screenshot({ path: join(folder, `${kind}-${language}-${name}.png`), fullPage: false, clip: { x: 0, y: 0, width: options.viewport.width, height: 6000 } })
        if (name === 'desktop') await writeFile(join(folder, `${kind}-${language}.pdf`), await page.pdf({ format: 'Letter' }))
        await context.close()
      }
    }
  }
} finally {
  await browser.close()
}
console.log(folder)
