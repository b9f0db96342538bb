import { basename, join } from 'node:path'
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { checkSignature, sha256Now } from '../service/log/node-keys.ts'
import { verify as english } from '../text/en/verify.ts'
import { formatCount, formatMomentThere } from '../text/format.ts'
import { verify as french } from '../text/fr/verify.ts'
import type { Language } from '../text/language.ts'
import { systemFault } from '../text/system-fault.ts'
import { mostBytesOfText } from '../transparency/strict-text.ts'
import { readPolicy, type Policy } from '../transparency/policy.ts'
import { verifyCheckpoint, verifyLog } from '../verify/comity-verify.ts'
import { checkGiven, isUnchecked, type GivenRefusal, type Held } from '../verify/page/check-given.ts'
import { tellRefusal, tellVerdict } from '../verify/page/tell-verdict.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import { readBounded, type ReadingRefusal } from './read-bounded.ts'
import { folded, harmless, type Terminal } from './terminal.ts'

const words = { en: english, fr: french }

// The checks of node:crypto: a log of a million entries takes seconds, and ML-DSA-44 is there without a warning.
const tools = { sha256: sha256Now, checkSignature }

const mostContent = 64 * 1024 ** 2
/** Above the longest bundle: 256 entries of 65,535 bytes, each with its length. */
const mostLogFile = 17_000_000
// As many places of tiles are laid out before the first is read; whoever signs may write any size.
const mostEntries = 100_000_000

type Asked = { readonly files: readonly string[]; readonly policy: string; readonly content: string | undefined; readonly log: string | undefined }
type VerifyRefusal = GivenRefusal | ReadingRefusal | { readonly code: 'no-folder'; readonly file: string } | { readonly code: 'too-many-entries'; readonly entries: number }
type Checked = { readonly name: string; readonly answer: Result<Held, VerifyRefusal> }

/** `comity verify …`: is this proof, this checkpoint, this whole log good? From the files alone, without database or network. */
export async function verify(asked: readonly string[], language: Language, terminal: Terminal): Promise<ExitCode> {
  const { cli, verdict } = words[language]
  const read = readAsked(asked)
  if (!read.ok) return terminal.refuse(cli[read.refusal])
  const policyBytes = await readBounded(read.value.policy, mostBytesOfText)
  if (!policyBytes.ok) return terminal.refuse(sentence(policyBytes.refusal, language))
  const policy = await readPolicy(policyBytes.value, sha256Now)
  if (!policy.ok) return terminal.refuse(cli.unchecked({ name: read.value.policy, why: tellRefusal(policy.refusal, verdict) }))
  const codes: ExitCode[] = []
  for await (const checked of checkAll(read.value, policyBytes.value)) codes.push(tell(checked, policy.value, { contentName: basename(read.value.content ?? ''), language, terminal }))
  return codes.find((code) => code === exitCodes.refused) ?? codes.find((code) => code === exitCodes.found) ?? exitCodes.done
}

async function* checkAll({ files, log, content }: Asked, policy: Uint8Array): AsyncGenerator<Checked> {
  for (const file of files) yield { name: file, answer: await checkFile(file, content, policy) }
  if (log !== undefined) yield { name: log, answer: await checkLog(log, policy) }
}

async function checkFile(name: string, contentName: string | undefined, policy: Uint8Array): Promise<Result<Held, VerifyRefusal>> {
  const file = await readBounded(name, mostBytesOfText)
  if (!file.ok) return file
  const content = contentName === undefined ? accept(undefined) : await readBounded(contentName, mostContent)
  if (!content.ok) return content
  return checkGiven({ file: file.value, policy, ...(content.value === undefined ? {} : { content: content.value }) }, tools)
}

async function checkLog(folder: string, policy: Uint8Array): Promise<Result<Held, VerifyRefusal>> {
  if (!(await isFolder(folder))) return refuse({ code: 'no-folder', file: folder })
  // What the verifier cannot read it calls missing; why it could not is told instead.
  const unread: ReadingRefusal[] = []
  const read = async (path: string) => {
    const bytes = await readBounded(join(folder, path), path === 'checkpoint' ? mostBytesOfText : mostLogFile)
    if (bytes.ok) return bytes.value
    if (bytes.refusal.code !== 'missing') unread.push(bytes.refusal)
    return undefined
  }
  const signed = await read('checkpoint')
  const checkpoint = signed === undefined ? undefined : await verifyCheckpoint(signed, policy, tools)
  if (checkpoint?.ok && checkpoint.value.size > mostEntries) return refuse({ code: 'too-many-entries', entries: checkpoint.value.size })
  const answer = await verifyLog(read, policy, tools)
  if (answer.ok) return accept({ kind: 'log', ...answer.value })
  return unread[0] !== undefined && answer.refusal.code === 'file-missing' ? refuse(unread[0]) : answer
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory()
  } catch {
    return false
  }
}

type Manner = { readonly contentName: string; readonly language: Language; readonly terminal: Terminal }

function tell({ name, answer }: Checked, policy: Policy, { contentName, language, terminal }: Manner): ExitCode {
  const { cli, verdict } = words[language]
  const say = (lines: readonly string[]) => terminal.answer(folded(lines.map(harmless), terminal.columns))
  if (answer.ok) {
    // The reader's own: whoever checks may be anywhere.
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const { checked, notProved } = tellVerdict(answer.value, policy, verdict, { contentName, moment: (at) => formatMomentThere(at, timeZone, language) })
    return say([cli.holds(name), ...checked.map((line) => `  ${line}`), `  ${cli.notProved}`, ...notProved.map((line) => `  - ${line}`)])
  }
  const { refusal } = answer
  if (!isVerdict(refusal)) return terminal.refuse(sentence(refusal, language))
  if (isUnchecked(refusal)) return terminal.refuse(cli.unchecked({ name, why: tellRefusal(refusal, verdict) }))
  say([cli.fails({ name, why: tellRefusal(refusal, verdict) })])
  return exitCodes.found
}

function isVerdict(refusal: VerifyRefusal): refusal is GivenRefusal {
  return refusal.code in words.en.verdict.refusals
}

function sentence(refusal: Exclude<VerifyRefusal, GivenRefusal>, language: Language): string {
  const { cli } = words[language]
  switch (refusal.code) {
    case 'missing': return cli.missing(refusal.file)
    case 'is-folder': return cli.isFolder(refusal.file)
    case 'not-a-file': return cli.notAFile(refusal.file)
    case 'no-folder': return cli.noFolder(refusal.file)
    case 'too-long': return cli.tooLong({ file: refusal.file, most: formatCount(refusal.most, language) })
    case 'too-many-entries': return cli.tooManyEntries({ entries: formatCount(refusal.entries, language), most: formatCount(mostEntries, language) })
    case 'unreadable': return cli.unreadable({ file: refusal.file, cause: systemFault(refusal.cause, language) })
  }
}

/** Asked loosely, because parseArgs throws prose in English. */
function readAsked(asked: readonly string[]): Result<Asked, 'needs' | 'policyNeeded' | 'contentForOne'> {
  const options = { policy: { type: 'string' }, content: { type: 'string' }, log: { type: 'string' }, lang: { type: 'string' } } as const
  const { values, positionals, tokens } = parseArgs({ args: [...asked], strict: false, allowPositionals: true, tokens: true, options })
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []))
  const twice = new Set(given.map(({ name }) => name)).size < given.length
  const [policy, content, log] = [values.policy, values.content, values.log].map((value) => (typeof value === 'string' && value !== '' ? value : undefined))
  if (twice || given.some(({ name, value }) => !(name in options) || !value) || (positionals.length === 0 && log === undefined)) return refuse('needs')
  if (policy === undefined) return refuse('policyNeeded')
  if (content !== undefined && (positionals.length !== 1 || log !== undefined)) return refuse('contentForOne')
  return accept({ files: positionals, policy, content, log })
}
