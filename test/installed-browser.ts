// Which browser the tests can drive. Nothing from npm is imported here: the installer asks too.
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** CHROMIUM_PATH, else a Chromium or Chrome on this machine; `CHROMIUM_PATH=npm` passes over the machine's own. */
export function findInstalledBrowser(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen === 'npm') return undefined
  if (chosen) return chosen
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...elsewhere].find((path) => existsSync(path))
}

/** Where the npm package's Chromium is, or is to be, unpacked; undefined where it has none for this platform. */
export function packagedBrowserFolder(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const description = new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url)
  if (!existsSync(description)) return undefined
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version: string }
  return fileURLToPath(new URL(`../node_modules/.cache/chromium-${version}`, import.meta.url))
}
