// What goes into the package: JavaScript and declarations of all of src, the files that it reads beside itself, and the offline page. `npm pack` runs it.
//
//     node scripts/build-package.ts [FOLDER]      into dist/, or into this folder
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join, resolve } from 'node:path'
import { bundlePage } from './bundle-page.ts'

const project = resolve(import.meta.dirname, '..')
const output = resolve(process.argv[2] ?? join(project, 'dist'))

rmSync(output, { recursive: true, force: true })
const typescript = createRequire(import.meta.url).resolve('typescript/package.json')
execFileSync(process.execPath, [join(dirname(typescript), 'bin/tsc'), '--project', join(project, 'tsconfig.package.json'), '--outDir', output], { stdio: 'inherit' })

// Styles, templates, migrations, profiles: read at run time from beside the module. What only tests read stays out, and so does what the page is made of.
for (const file of readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })) {
  const isRead = !['', '.ts'].includes(extname(file)) && !/(?:^|[\\/])(?:golden|vectors|review)[\\/]|verify-page\./.test(file)
  if (!isRead) continue
  mkdirSync(dirname(join(output, file)), { recursive: true })
  cpSync(join(project, 'src', file), join(output, file))
}

writeFileSync(join(output, 'verify.html'), bundlePage(output, join(project, 'src/verify/page')))
