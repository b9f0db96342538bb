import type { Command } from '../../casework/command.ts'
import type { PlainDate } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import type { AskRefusal } from '../../service/cases/case-refusal.ts'
import { commandFields } from '../../service/cases/command-fields.ts'
import { checkCommand } from '../../service/cases/read-command.ts'
import type { CaseToRecord } from '../../service/drafts/read-case-to-record.ts'
import { photographDigest } from '../../service/work/keep-photograph.ts'
import type { Answers, Draft, DraftFile } from '../../store/drafts.ts'
import type { RecordedKind } from '../../text/en/record.ts'
import { identityDocuments } from './papers.ts'
import { plans } from './questions.ts'

export type Answered = Pick<Draft, 'madeId' | 'answers'> & { readonly kind: RecordedKind; readonly today: PlainDate; readonly about?: CaseToRecord | undefined; /** The photograph that was given with the draft. */ readonly files?: readonly DraftFile[] }

/** The command that answers make. Only fields of the command are taken; what is empty and may be, is left out. */
export function commandFromAnswers({ kind, madeId, answers, today, about, files = [] }: Answered): Result<Command, AskRefusal> {
  const { made, today: isToday } = plans[kind]
  const given: Readonly<Record<string, unknown>> = { ...answers, ...owedIn(answers), ...(made === undefined ? {} : { [made]: madeId }), ...(isToday ? { on: today } : {}), identity: identityFrom(answers, about, kind === 'record-identity' ? photographDigest(files) : undefined) }
  const fields = Object.entries(commandFields[kind]).flatMap(([name, shape]): readonly (readonly [string, unknown])[] => {
    const value = given[name]
    if (shape === 'yes-or-no') return [[name, value === 'yes']]
    if (shape === 'texts') return [[name, Array.isArray(value) ? value : []]]
    return shape === 'text?' && (value === undefined || value === '') ? [] : [[name, value]]
  })
  return checkCommand({ kind, ...Object.fromEntries(fields) })
}

/** A correction and whom it concerns are chosen together. */
function owedIn({ owed }: Answers): Readonly<Record<string, string>> {
  if (typeof owed !== 'string' || owed === '') return {}
  const [correctionId = '', recipient = ''] = JSON.parse(owed) as readonly string[]
  return { correctionId, recipient, ...(recipient.startsWith('request/') ? { requestId: recipient.slice('request/'.length) } : {}) }
}

function identityFrom(answers: Answers, about: CaseToRecord | undefined, given: string | undefined) {
  const text = (name: string) => String(answers[name] ?? '')
  const optional = (name: string) => (text(name) === '' ? {} : { [name]: text(name) })
  // Without a new photograph it stays what it was.
  const photograph = given ?? about?.state.identity.photograph
  return {
    familyName: text('familyName'), givenNames: text('givenNames'), ...optional('bornOn'), ...optional('bornIn'), ...optional('bornInCountry'), sex: text('sex'),
    ...(photograph === undefined ? {} : { photograph }), identityDocuments: identityDocuments(answers),
  }
}
