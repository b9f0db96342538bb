import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { findInstalledBrowser, packagedBrowserFolder } from './installed-browser.ts'

/**
 * Starts a browser with an empty profile of its own, which talks to nobody unasked.
 * Prefers CHROMIUM_PATH, then a Chromium of this machine, then the one that `npm test` unpacked from npm.
 */
export async function launchBrowser(): Promise<Browser> {
  const { program, environment } = findBrowser()
  return chromium.launch({
    executablePath: program,
    env: environment,
    headless: true,
    chromiumSandbox: false,
    args: ['--headless', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
  })
}

type Found = { readonly program: string; readonly environment: Record<string, string> }

function findBrowser(): Found {
  const installed = findInstalledBrowser()
  if (installed !== undefined) return { program: installed, environment: ownEnvironment() }
  const folder = packagedBrowserFolder()
  const program = join(folder ?? '', 'chromium')
  if (folder === undefined || !existsSync(program)) {
    throw new Error('No browser to test with: run `node scripts/install.mjs --browser`, or set CHROMIUM_PATH to a Chromium or Chrome.')
  }
  return { program, environment: { ...ownEnvironment(), ...missingLibraries(folder, program), ...missingFonts(folder) } }
}

/** The package brings the few system libraries that a bare server lacks (nss and its like); the machine's own come first where all are there. */
function missingLibraries(folder: string, program: string): Record<string, string> {
  const needs = spawnSync('ldd', [program], { encoding: 'utf8' })
  const complete = needs.status === 0 && !needs.stdout.includes('not found')
  return complete ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
}

function missingFonts(folder: string): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
