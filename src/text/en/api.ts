import type { CaseRefusal } from '../../casework/refusal.ts'
import { fieldName } from '../field-name.ts'
import { formatDay, formatList } from '../format.ts'
import { theState } from '../state-name.ts'
import { casework } from './casework.ts'

/** What answers that are problems say: a title for each status, and a sentence for what only the API refuses. */
export const api = {
  statuses: {
    400: { title: 'The request cannot be read', means: 'An address, a header or the content is not written as the description of the API says. Nothing was done. Put it right and send it again.' },
    401: { title: 'A token is needed', means: 'The request names no token that is good now. Make one on the page of your account, and send it as “Authorization: Bearer …”.' },
    404: { title: 'There is nothing here', means: 'There is no such thing, or it is not for whoever asks: both are answered alike.' },
    405: { title: 'This cannot be done here', means: 'The address is there, and takes another method. The header “Allow” says which.' },
    409: { title: 'The case does not allow this now', means: 'The request can be read, and the law, a gate or the state of the case is against it. Read the case; the code and its facts say what is in the way.' },
    412: { title: 'The case has moved on', means: 'Somebody has recorded something since you read the case. Read it again, and decide again.' },
    413: { title: 'This is too much', means: 'The content is larger than is taken. Nothing was done.' },
    415: { title: 'This kind of content is not taken', means: 'Content is sent as application/json, in UTF-8.' },
    422: { title: 'The content is not right', means: 'The content can be read and is not what this address takes. Nothing was done. The faults say where.' },
    428: { title: 'The version is missing', means: 'A change names the version of the case that it was decided on: If-Match: "7". Reading the case tells it, as its ETag.' },
    429: { title: 'Too many requests', means: 'This token or this address asks more often than it may. Wait as long as “Retry-After” says.' },
    500: { title: 'The server is at fault', means: 'What happened stands in the server’s log under the reference. Sending a change again with the same Idempotency-Key does nothing twice.' },
    503: { title: 'The server cannot answer now', means: 'Try again in a while. Sending a change again with the same Idempotency-Key does nothing twice.' },
  },

  refusals: {
    'no-token': () => 'Send a token that is good: “Authorization: Bearer comity_…”. It may have ended or been revoked. Cookies are not looked at.',
    'not-found': () => 'There is no such thing, or it is not yours to see. Check the address.',
    'method-not-allowed': ({ allowed }: { readonly allowed: readonly string[] }) => `This address takes ${formatList(allowed, 'en')}.`,
    'not-json': () => 'The content is not JSON. Send one JSON value, in UTF-8.',
    'body-too-large': ({ mostBytes }: { readonly mostBytes: number }) => `The content is larger than ${mostBytes} bytes.`,
    'media-type-wrong': () => 'Send the content as application/json.',
    'header-missing': ({ header }: { readonly header: string }) => `The header ${header} is missing. The description says what it holds.`,
    'header-wrong': ({ header, example }: { readonly header: string; readonly example: string }) => `The header ${header} is not written as it must be. An example: ${example}`,
    'version-missing': () => 'Say on which version of the case this was decided: If-Match: "7". Reading the case tells its version.',
    'purpose-unknown': ({ allowed }: { readonly allowed: readonly string[] }) => `The header Comity-Purpose names no purpose of the list: ${allowed.join(', ')}.`,
    'query-wrong': ({ faults }: { readonly faults: readonly { readonly said: string }[] }) => `In the address: ${faults.map(({ said }) => said).join(' ')}`,
    'content-wrong': ({ faults }: { readonly faults: readonly { readonly said: string }[] }) => faults.map(({ said }) => said).join(' '),
    'search-empty': () => 'Say what is looked for: a family name, or the id of a case.',
    'search-needs-family-name': () => 'Given names alone are not looked for. Add the family name.',
    'search-too-short': () => 'The family name must have two letters at least.',
    'search-too-long': () => 'A name of more than 200 letters is not looked for.',
    'too-many-requests': ({ seconds }: { readonly seconds: number }) => `Wait ${seconds} s, and send it again.`,
    'server-fault': ({ reference }: { readonly reference: string }) => `The server’s log says what happened, under ${reference}.`,
  },

  /** These say less than in the pages, or speak of addresses where those speak of forms and commands. */
  instead: {
    'gate-held': ({ step, destination, answer }: Extract<CaseRefusal, { code: 'gate-held' }>) => `Held: ${casework.steps[step]}, ${theState(destination)}, ${answer.state === 'held-here' ? 'for this destination' : 'for every destination'}. The gates of the case say what would open it.`,
    'case-closed': ({ closedOn }: { readonly closedOn: string }) => `The case was closed on ${formatDay(closedOn, 'en')}. Reopen it first.`,
    'unknown-fact': ({ fact }: { readonly fact: string }) => `“${fact}” is no fact that a rule asks about. The description lists them.`,
    'no-destination': () => 'The case names no country that could be asked about. Name one: ?destination=XX',
  },

  /** What is wrong in one place of the content or the address. */
  faults: {
    'missing': ({ field }: { readonly field: string }) => `“${field}” (${fieldName(field, 'en')}) is missing.`,
    'not-known': ({ field }: { readonly field: string }) => `“${field}” is not known here. Nothing was done, in case it was misspelt.`,
    'wrong-kind': ({ field, expected }: { readonly field: string; readonly expected: string }) => `“${field}” must hold another kind of value: ${expected}.`,
    'not-in-list': ({ field, allowed }: { readonly field: string; readonly allowed: readonly string[] }) => `“${field}” must be one of: ${allowed.join(', ')}.`,
    'impossible-day': ({ field }: { readonly field: string }) => `“${field}” must be a day of the calendar, as 2026-09-30.`,
    'not-so': ({ field }: { readonly field: string }) => `“${field}” is not written as it must be. The description says how.`,
    'not-an-object': () => 'The content must be one object: {"…": …}.',
  },

  problemPage: {
    title: (code: string) => `Problem: ${code}`,
    status: 'Status',
    unknown: 'There is no problem of this name.',
  },

  tokens: {
    title: 'Tokens for programs',
    manage: 'See, make and revoke tokens',
    lead: 'A token lets a program of yours ask the API in your name: it may do what you may do, and everything is recorded as yours. Whoever has it is you. Keep it as you keep a password, and revoke it when it is no longer needed.',
    description: 'What the API takes and answers',
    none: 'You have no token.',
    noneAtAll: 'There is no token.',
    columns: { name: 'Name', whose: 'Account', made: 'Made', ends: 'Ends', seen: 'Last used', state: 'State', action: 'Action' },
    states: { good: 'good', over: 'over', revoked: (by: string) => `revoked by ${by}` },
    never: 'never',
    revoke: 'Revoke',
    revokeNamed: (name: string) => `Revoke the token ${name}`,
    make: 'Make a token',
    name: 'What is it for?',
    nameHint: 'A name by which you will know it again, as “nightly import”.',
    days: 'For how many days?',
    daysHint: (most: number) => `From 1 to ${most}. Then it ends, and you make another.`,
    demonstration: 'A token of a demonstration account ends after a day, whatever is asked.',
    madeTitle: 'Your token',
    madeText: (name: string, days: number) => `This is the token “${name}”, good for ${days === 1 ? 'one day' : `${days} days`}. It is shown now and never again: nobody, not even an administrator, can read it afterwards.`,
    madeLabel: 'Token',
    back: 'Back to your tokens',
    problem: 'No token was made',
    refusals: {
      'name-wrong': 'Give it a name of one to 100 letters.',
      'days-wrong': 'Give a whole number of days from 1 to 90.',
      'too-many': 'You have twenty tokens that are good. Revoke one first.',
      'made-already': 'This form was sent before, and its token was shown then. If you did not keep it, revoke it and make another.',
      'no-account': 'There is no account with this handle. “comity account list” shows those that there are.',
      'account-disabled': 'This account is disabled. Enable it first.',
    },
    ofEverybody: 'Tokens of everybody',
    ofEverybodyLead: 'Every token by which a program may ask the API, those that are good first. The token itself is kept nowhere.',
    cut: (most: number) => `The first ${most} are shown.`,
    cliNeeds: 'token HANDLE --name NAME --days DAYS',
    cliMade: ({ name, days }: { readonly name: string; readonly days: number }) => `The token “${name}”, good for ${days === 1 ? 'one day' : `${days} days`}. It is shown now and never again:`,
  },
}
