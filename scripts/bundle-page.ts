import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The offline page as one file: the compiled modules of `built`, the template of `source`, and a policy that lets nothing run or load but these. */
export function bundlePage(built: string, source: string): string {
  const modules: Modules = new Map()
  const page = bundle(join(built, 'verify/page/verify-page.js'), modules, readFileSync(join(source, 'verify-page.js'), 'utf8'))
  const [english, french, format] = ['text/en/verify.js', 'text/fr/verify.js', 'text/format.js'].map((file) => bundle(join(built, file), modules))
  const language = (words: string | undefined, name: string) =>
    `{ words: ${words}.verify, moment: (at) => ${format}.formatMomentThere(at, Intl.DateTimeFormat().resolvedOptions().timeZone, '${name}'), count: (count) => ${format}.formatCount(count, '${name}') }`
  const start = `${page}.startPage({ en: ${language(english, 'en')}, fr: ${language(french, 'fr')} })`
  const script = `\n'use strict';\n(() => {\n${[...modules.values()].map(({ code }) => code).join('\n')}\n${start}\n})()\n`
  const style = `\n${readFileSync(join(source, 'verify-page.css'), 'utf8')}`
  const noScript = [english, french].map((_, index) => noScriptOf(join(built, `text/${index === 0 ? 'en' : 'fr'}/verify.js`), index === 0 ? 'en' : 'fr')).join('')
  const parts: Readonly<Record<string, string>> = { script, style, 'script-digest': digest(script), 'style-digest': digest(style), 'no-script': noScript }
  if (/<\/(?:script|style)/i.test(script + style)) throw new Error('the page would end inside its script or style')
  return readFileSync(join(source, 'verify-page.html'), 'utf8').replaceAll(/\{\{([\w-]+)\}\}/g, (_, part: string) => parts[part] ?? '')
}

type Modules = Map<string, { readonly name: string; readonly code: string }>

/** Makes a function of a module and of each that it imports, those first; answers with the name under which the exports stand. */
function bundle(path: string, modules: Modules, text = readFileSync(path, 'utf8')): string {
  const known = modules.get(path)
  if (known !== undefined) {
    if (known.code === '') throw new Error(`${path} imports itself in a circle`)
    return known.name
  }
  const name = `m${modules.size}_${relative(dirname(dirname(path)), path).replaceAll(/\W/g, '_')}`
  modules.set(path, { name, code: '' })
  const exported: string[] = []
  const from = (file: string) => bundle(join(dirname(path), file.replace(/\.ts$/, '.js')), modules)
  const code = text
    .replaceAll(/^import \{([^}]*)\} from '([^']+)';?$/gm, (_, names: string, file: string) => `const {${names.replaceAll(' as ', ': ')}} = ${from(file)}`)
    .replaceAll(/^export \{([^}]*)\} from '([^']+)';?$/gm, (_, names: string, file: string) => (exported.push(...names.split(',').map((one) => one.trim())), `const {${names}} = ${from(file)}`))
    .replaceAll(/^export \{\};?$/gm, '')
    .replaceAll(/^export ((?:async )?(?:const|function\*?) (\w+))/gm, (_, rest: string, one: string) => (exported.push(one), rest))
  const left = /^(?:import|export)\b.*/m.exec(code)
  if (left !== null) throw new Error(`${path}: this cannot be bundled: ${left[0]}`)
  // Set anew, so that it stands behind what it imports.
  modules.delete(path)
  modules.set(path, { name, code: `const ${name} = (() => {\n${code}\nreturn { ${exported.join(', ')} }\n})()` })
  return name
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function noScriptOf(path: string, language: string): string {
  const [, sentence] = /^\s*noScript: '([^']*)'/m.exec(readFileSync(path, 'utf8')) ?? []
  if (sentence === undefined) throw new Error(`${path}: there is no sentence for a browser without script`)
  return `<p lang="${language}">${sentence.replaceAll('\\u00a0', '\u00a0').replaceAll('<', '&lt;')}</p>`
}
