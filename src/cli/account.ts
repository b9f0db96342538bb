import { parseArgs } from 'node:util'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { makeTokenFor, type TokenRefusal } from '../service/access/tokens.ts'
import { changeRoles, disable, enable, invite, inviteAgain, listAccounts, type KeepRefusal } from '../service/identity/keep-accounts.ts'
import { openDatabase } from '../service/database.ts'
import type { Services } from '../service/services.ts'
import { api as englishApi } from '../text/en/api.ts'
import { signIn as english } from '../text/en/sign-in.ts'
import { api as frenchApi } from '../text/fr/api.ts'
import { signIn as french } from '../text/fr/sign-in.ts'
import type { Language } from '../text/language.ts'
import { databaseSentence, settingsOf } from './case-database.ts'
import type { ExitCode } from './exit-codes.ts'
import { harmless, type Terminal } from './terminal.ts'

const words = { en: english, fr: french }
const tokenWords = { en: englishApi.tokens, fr: frenchApi.tokens }

/** Who is said to have made or changed an account from a terminal: whoever has the machine has the database. */
const by = 'command-line'

type Asked = { readonly what: string; readonly handle: string; readonly name: string; readonly roles: readonly string[]; readonly days: number }

/** `comity account …`: who may sign in, and as what. The first administrator is made here. */
export async function account(asked: readonly string[], language: Language, terminal: Terminal, environment: NodeJS.ProcessEnv = process.env): Promise<ExitCode> {
  const said = words[language].cli
  const read = readAsked(asked)
  if (!read) return terminal.refuse(`${said.needs} | ${tokenWords[language].cliNeeds}`)
  const opened = await openDatabase(settingsOf(environment))
  if (!opened.ok) return terminal.refuse(databaseSentence(opened.refusal, language))
  try {
    const done = await run(opened.value, read, language, environment)
    return done.ok ? terminal.answer(done.value.map((line) => line.split('\n').map(harmless).join('\n'))) : terminal.refuse(sentence(done.refusal, language))
  } finally {
    await opened.value.close()
  }
}

async function run(services: Services, { what, handle, name, roles, days }: Asked, language: Language, environment: NodeJS.ProcessEnv): Promise<Result<readonly string[], AccountRefusal>> {
  const { cli } = words[language]
  const linked = (token: Result<string, KeepRefusal>) => then(token, (value) => cli.invited({ handle, link: `${originOf(environment)}/${language}/work/invited/${value}` }))
  switch (what) {
    case 'invite': return linked(await invite(services, { handle, displayName: name, language, roles, by }))
    case 'link': return linked(await inviteAgain(services, { handle, by }))
    case 'roles': return then(await changeRoles(services, { handle, roles, by }), () => cli.changed(handle))
    case 'disable': return then(await disable(services, { handle, by }), () => cli.disabled(handle))
    case 'token': return makeToken(services, handle, { name, days }, language)
    case 'enable': return then(await enable(services, { handle }), () => cli.enabled(handle))
    default: return accept(await list(services, language))
  }
}

type AccountRefusal = KeepRefusal | { readonly code: 'no-token'; readonly because: TokenRefusal['code'] }

/** For a program: the token is told this one time. */
async function makeToken(services: Services, handle: string, { name, days }: { readonly name: string; readonly days: number }, language: Language): Promise<Result<readonly string[], AccountRefusal>> {
  const made = await makeTokenFor(services, handle, { name, days, by })
  return made.ok ? accept([tokenWords[language].cliMade(made.value), made.value.token]) : refuse({ code: 'no-token', because: made.refusal.code })
}

async function list(services: Services, language: Language): Promise<readonly string[]> {
  const { cli, roles } = words[language]
  const all = await listAccounts(services)
  if (all.length === 0) return [cli.none]
  return all.map(({ handle, displayName, roles: held, disabledAt, demonstration }) =>
    [handle, displayName, held.map((role) => roles[role as keyof typeof roles]).join(', '), ...(demonstration ? [cli.stateDemonstration] : []), ...(disabledAt === undefined ? [] : [cli.stateDisabled])].join('  '))
}

/** Asked loosely, because parseArgs throws prose in English. Undefined when it is not as the command needs it. */
function readAsked(asked: readonly string[]): Asked | undefined {
  const { values, positionals: [what = '', handle = '', ...rest], tokens } = parseArgs({ args: [...asked], strict: false, allowPositionals: true, tokens: true, options: { name: { type: 'string' }, days: { type: 'string' }, role: { type: 'string', multiple: true }, lang: { type: 'string' } } })
  const unknown = tokens.some((token) => token.kind === 'option' && (!['name', 'days', 'role', 'lang'].includes(token.name) || token.value === undefined))
  const needsHandle = ['invite', 'link', 'roles', 'disable', 'enable', 'token'].includes(what)
  if (unknown || rest.length > 0 || (!needsHandle && what !== 'list') || needsHandle === (handle === '')) return undefined
  return { what, handle, name: typeof values['name'] === 'string' ? values['name'] : '', roles: Array.isArray(values['role']) ? values['role'].filter((role) => typeof role === 'string') : [], days: typeof values['days'] === 'string' && /^\d{1,4}$/.test(values['days']) ? Number(values['days']) : 0 }
}

/** Where people reach this server: as `npm start` reads it. */
function originOf({ COMITY_ORIGIN, PORT }: NodeJS.ProcessEnv): string {
  return COMITY_ORIGIN || `http://localhost:${PORT || '8080'}`
}

function then<Value>(done: Result<Value, KeepRefusal>, line: (value: Value) => string): Result<readonly string[], KeepRefusal> {
  return done.ok ? accept([line(done.value)]) : done
}

function sentence(refusal: AccountRefusal, language: Language): string {
  // From a terminal nobody is asked to be recognised, and no form is sent twice.
  if (refusal.code === 'no-token') return refusal.because === 'recognise-first' ? '' : tokenWords[language].refusals[refusal.because]
  // The code chooses the sentence, so the facts are the ones that the sentence takes.
  return harmless((words[language].cli.refusals[refusal.code] as (facts: KeepRefusal) => string)(refusal))
}
