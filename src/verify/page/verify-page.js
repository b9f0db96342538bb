// The offline page: three files are chosen or dropped, checked here, and told of in words. It asks nobody for anything; its policy forbids it.
import { readPolicy } from '../../transparency/policy.ts'
import { mostBytesOfText } from '../../transparency/strict-text.ts'
import { webCrypto } from '../web-crypto.ts'
import { checkGiven, isUnchecked, whatIs } from './check-given.ts'
import { tellRefusal, tellVerdict } from './tell-verdict.ts'

const parts = ['policy', 'file', 'content']
const most = { policy: mostBytesOfText, file: mostBytesOfText, content: 64 * 1024 ** 2 }

/** Builds the page and keeps it going. `say` has each language's words, how it writes a moment and a count. */
export function startPage(say) {
  const chosen = {}
  let language = navigator.language.startsWith('fr') ? 'fr' : 'en'
  let outcome
  const words = () => say[language].words.page

  const other = button('', () => {
    language = language === 'fr' ? 'en' : 'fr'
    show()
  })
  const [heading, lead, drop] = [make('h1'), make('p'), make('p', { className: 'drop' })]
  const errors = make('div', { className: 'errors', tabIndex: -1, hidden: true })
  const verdict = make('section', { className: 'verdict', tabIndex: -1, hidden: true })
  const working = make('p', {}, { role: 'status' })
  const check = make('button', { className: 'check', type: 'submit' })
  const fields = Object.fromEntries(parts.map((part) => [part, fieldOf(part)]))
  const form = make('form', { noValidate: true }, {}, [drop, ...parts.map((part) => fields[part].whole), check, working])
  const main = make('main', {}, {}, [heading, errors, lead, form, verdict])
  document.body.replaceChildren(make('header', {}, {}, [make('span', { textContent: 'Comity' }), other]), main)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void run()
  })
  for (const kind of ['dragover', 'dragleave', 'drop']) document.addEventListener(kind, (event) => {
    event.preventDefault()
    drop.classList.toggle('over', kind === 'dragover')
    if (kind === 'drop') void take([...event.dataTransfer.files])
  })
  show()

  function fieldOf(part) {
    const [label, hint, name] = [make('span', { className: 'label', id: `${part}-label` }), make('p', { className: 'hint', id: `${part}-hint` }), make('span', { id: `${part}-chosen` })]
    const input = make('input', { type: 'file', id: part }, { 'aria-labelledby': `${part}-label ${part}-choose`, 'aria-describedby': `${part}-hint ${part}-chosen` })
    const choose = make('label', { className: 'choose', id: `${part}-choose`, htmlFor: part })
    const remove = button('', () => {
      set(part, undefined)
      input.focus()
    })
    input.addEventListener('change', () => {
      if (input.files[0]) set(part, input.files[0])
      // So that the same file, changed, can be chosen again.
      input.value = ''
    })
    return { whole: make('div', { className: 'field' }, {}, [label, hint, make('div', { className: 'row' }, {}, [input, choose, name, remove])]), label, hint, name, input, choose, remove }
  }

  // What was said of other files is said no more.
  function set(part, file) {
    chosen[part] = file
    outcome = undefined
    show()
  }

  async function take(files) {
    outcome = undefined
    for (const file of files) {
      const read = await bytesOf(file, 'content')
      if (read.bytes) chosen[whatIs(read.bytes)] = file
      else outcome = { wrong: [...(outcome?.wrong ?? []), { part: 'file', ...read }] }
    }
    show()
    if (outcome) errors.focus()
  }

  async function run() {
    outcome = undefined
    working.textContent = words().working
    try {
      outcome = await answer()
    } catch {
      outcome = { fault: true }
    }
    working.textContent = ''
    show()
    const told = outcome.wrong ? errors : verdict
    told.focus()
  }

  async function answer() {
    const bytes = {}
    const wrong = []
    for (const part of parts) {
      const read = chosen[part] ? await bytesOf(chosen[part], part) : undefined
      if (read?.bytes) bytes[part] = read.bytes
      else if (read) wrong.push({ part, ...read })
      else if (part !== 'content') wrong.push({ part, code: `${part}Missing` })
    }
    if (wrong.length > 0) return { wrong }
    const policy = await readPolicy(bytes.policy, webCrypto.sha256)
    return { policy, checked: policy.ok ? await checkGiven(bytes) : policy, contentName: chosen.content?.name ?? '' }
  }

  function show() {
    const said = words()
    document.documentElement.lang = language
    document.title = said.title
    Object.assign(other, { textContent: said.language, lang: language === 'fr' ? 'en' : 'fr' })
    for (const [element, key] of [[heading, 'heading'], [lead, 'lead'], [drop, 'drop'], [check, 'check']]) element.textContent = said[key]
    for (const part of parts) {
      const { label, hint, name, choose, remove } = fields[part]
      label.textContent = said[part]
      hint.textContent = said[`${part}Hint`]
      name.textContent = chosen[part] ? said.chosen(chosen[part].name) : said.none
      choose.textContent = said.choose
      remove.textContent = said.remove(said[part])
      remove.hidden = !chosen[part]
    }
    showErrors(said)
    showVerdict(said)
  }

  function showErrors(said) {
    errors.hidden = !outcome?.wrong
    if (errors.hidden) return
    const lines = outcome.wrong.map(({ part, code, name, limit }) => {
      const link = make('a', { href: `#${part}`, textContent: code === 'tooLong' ? said.tooLong({ name, most: say[language].count(limit) }) : code === 'unreadable' ? said.unreadable(name) : said[code] })
      link.addEventListener('click', (event) => {
        event.preventDefault()
        fields[part].input.focus()
      })
      return make('li', {}, {}, [link])
    })
    errors.replaceChildren(make('h2', { textContent: said.errors }), make('ul', {}, {}, lines))
  }

  function showVerdict(said) {
    verdict.hidden = !outcome || outcome.wrong !== undefined
    if (verdict.hidden) return
    const { checked, policy, contentName } = outcome
    const kind = outcome.fault || (!checked.ok && isUnchecked(checked.refusal)) ? 'unchecked' : checked.ok ? 'holds' : 'fails'
    verdict.className = `verdict ${kind}`
    const title = make('h2', { textContent: said[kind] })
    const told = say[language].words.verdict
    if (kind !== 'holds') verdict.replaceChildren(title, make('p', { textContent: outcome.fault ? said.fault : tellRefusal(checked.refusal, told) }))
    else {
      const lines = tellVerdict(checked.value, policy.value, told, { contentName, moment: say[language].moment })
      verdict.replaceChildren(title, make('h3', { textContent: said.checked }), list(lines.checked), make('h3', { textContent: said.notProved }), list(lines.notProved))
    }
  }
}

async function bytesOf(file, part) {
  if (file.size > most[part]) return { code: 'tooLong', name: file.name, limit: most[part] }
  try {
    return { bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    return { code: 'unreadable', name: file.name }
  }
}

function list(lines) {
  return make('ul', {}, {}, lines.map((textContent) => make('li', { textContent })))
}

function button(textContent, act) {
  const element = make('button', { type: 'button', textContent })
  element.addEventListener('click', act)
  return element
}

function make(name, properties = {}, attributes = {}, children = []) {
  const element = Object.assign(document.createElement(name), properties)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  element.append(...children)
  return element
}
