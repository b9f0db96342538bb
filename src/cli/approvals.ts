import { approvalWords } from '../service/approvals/approval-words.ts'
import { verifyEvidence, type Verified } from '../service/approvals/verify-evidence.ts'
import { readProposal } from '../service/approvals/write-proposal.ts'
import { formatMoment } from '../text/format.ts'
import type { Language } from '../text/language.ts'
import { openCases } from './case-database.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import { harmless, type Terminal } from './terminal.ts'

/** `comity approvals show|verify ID`: what two people did, from the kept bytes alone. Whoever has the machine has the database. */
export async function approvals(asked: readonly string[], language: Language, terminal: Terminal, environment: NodeJS.ProcessEnv = process.env): Promise<ExitCode> {
  const { cli } = approvalWords[language]
  const [what = '', id = '', ...rest] = withoutLanguage(asked)
  if (!['show', 'verify'].includes(what) || id === '' || rest.length > 0) return terminal.refuse(cli.needs)
  const opened = await openCases(environment, language)
  if (!opened.ok) return terminal.refuse(opened.refusal)
  const { services, close } = opened.value
  try {
    const found = await verifyEvidence(services, id)
    if (!found) return terminal.refuse(cli.none(harmless(id)))
    terminal.answer((what === 'show' ? shownLines(found, services.clock.timeZone ?? 'UTC', language) : checkLines(found, language)).map(harmless))
    return what === 'verify' && found.checks.some(({ holds }) => !holds) ? exitCodes.found : exitCodes.done
  } finally {
    await close()
  }
}

function shownLines({ proposal }: Verified, timeZone: string, language: Language): readonly string[] {
  const { cli, states, one, means, reasons } = approvalWords[language]
  const { ending } = proposal
  const moment = (at: string) => formatMoment(at, timeZone, language)
  return [
    ...readProposal(proposal.content).shown[language].split('\n'), '', cli.digest(proposal.digest), one.proposed({ by: proposal.proposer, at: moment(proposal.proposedAt) }), cli.state(states[proposal.state]),
    ...(ending ? [cli.ended({ outcome: states[ending.outcome], by: ending.handle, at: moment(ending.at) })] : []), ...(ending?.means ? [one.how(means[ending.means])] : []),
    ...(ending?.reason ? [one.reason(reasons[ending.reason])] : []), ...(ending?.note ? [one.words(ending.note)] : []),
  ]
}

function checkLines({ proposal, checks }: Verified, language: Language): readonly string[] {
  const { cli, means } = approvalWords[language]
  const how = proposal.ending?.means
  return [
    ...checks.map(({ check, holds }) => (holds ? cli.holds(cli.checks[check]) : cli.fails(cli.checks[check]))),
    ...(how === undefined ? [cli.notAgreed] : how === 'passkey' ? [] : [cli.unsigned(means[how])]),
  ]
}

// Chosen already, before this command was.
function withoutLanguage(asked: readonly string[]): readonly string[] {
  return asked.filter((word, index) => !word.startsWith('--lang') && asked[index - 1] !== '--lang')
}
