#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { account } from './account.ts'
import { approvals } from './approvals.ts'
import { type ArgumentRefusal, chooseLanguage, readArguments } from './arguments.ts'
import { caseCommand } from './case.ts'
import { check } from './check.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { fictional } from './fictional.ts'
import { log } from './log.ts'
import { measure } from './measure.ts'
import { profiles } from './profiles.ts'
import { refusalSentence } from './sentences.ts'
import { cliWords } from './table.ts'
import { harmless, type Terminal } from './terminal.ts'
import { verify } from './verify.ts'

/** Everything that `comity` does: reads the words after it, does the work, answers with the exit code. */
async function comity(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { language, wrong } = chooseLanguage(words, process.env)
  const said = cliWords[language]
  if (wrong !== undefined) return terminal.refuse(said.badLanguage(wrong))
  if (words[0] === 'case') return caseCommand(words.slice(1), language, terminal)
  if (words[0] === 'approvals') return approvals(words.slice(1), language, terminal)
  if (words[0] === 'account') return account(words.slice(1), language, terminal)
  if (words[0] === 'verify') return verify(words.slice(1), language, terminal)
  if (words[0] === 'log') return log(words.slice(1), language, terminal)
  if (words[0] === 'fictional') return fictional(words.slice(1), language, terminal)
  const read = readArguments(words)
  if (!read.ok) return terminal.refuse(argumentSentence(read.refusal, said))
  const { command } = read.value
  switch (command) {
    case 'measure': return measure(read.value, language, terminal)
    case 'check': return check(read.value, language, terminal)
    case 'profiles': return profiles(read.value, language, terminal)
    case 'help': return terminal.answer([said.usage])
    case 'version': return terminal.answer([version()])
    default: return terminal.refuse(said.unknownCommand(command))
  }
}

function argumentSentence({ code, value }: ArgumentRefusal, said: (typeof cliWords)['en']): string {
  const sentences = {
    'unknown-option': said.unknownOption, 'option-without-value': said.optionWithoutValue, 'bad-date': said.badDate,
    'bad-stratum': said.badStratum, 'bad-day': said.badDay, 'bad-seed': said.badSeed, 'bad-output': said.badOutput,
  } satisfies Record<ArgumentRefusal['code'], (value: string) => string>
  return sentences[code](value)
}

function version(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
}

const terminal: Terminal = {
  answer: (lines) => (process.stdout.write(`${lines.join('\n')}\n`), exitCodes.done),
  note: (lines) => { process.stderr.write(`${lines.join('\n')}\n`) },
  // A refusal repeats what was asked: names of files, headers, values.
  refuse: (sentence) => (process.stderr.write(`${harmless(sentence)}\n`), exitCodes.refused),
  ...(process.stdout.isTTY ? { columns: process.stdout.columns } : {}),
  errors: process.stderr,
}

// A reader that stops early (`comity measure … | head`) is no fault of ours.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(exitCodes.done)
  const { language } = chooseLanguage(process.argv.slice(2), process.env)
  process.exit(terminal.refuse(refusalSentence({ code: 'cannot-write', file: 'stdout', cause: message }, language)))
})

try {
  process.exitCode = await comity(process.argv.slice(2), terminal)
} catch (error) {
  const { language } = chooseLanguage(process.argv.slice(2), process.env)
  terminal.note([cliWords[language].fault, error instanceof Error ? (error.stack ?? error.message) : String(error)])
  process.exitCode = exitCodes.fault
}
