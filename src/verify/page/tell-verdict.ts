import { writeBase64 } from '../../transparency/base64.ts'
import { hexadecimal } from '../../transparency/bytes.ts'
import type { NoteKey } from '../../transparency/note-key.ts'
import type { Policy } from '../../transparency/policy.ts'
import type { GivenRefusal, Held } from './check-given.ts'

type Code = GivenRefusal['code']
/** The facts of a refusal with this code, whichever check refused. */
type FactsOf<One extends Code> = GivenRefusal & { readonly code: One }

/** The sentences that a verdict is told with; each language has its own. */
export type VerdictWords = {
  readonly refusals: { readonly [One in Code]: (facts: FactsOf<One>) => string }
  readonly held: {
    readonly checkpoint: () => string
    readonly content: (facts: { readonly index: number; readonly name: string; readonly digest: string }) => string
    readonly opening: (facts: { readonly index: number; readonly digest: string }) => string
    readonly entry: (facts: { readonly index: number; readonly name: string }) => string
    readonly log: (facts: { readonly size: number; readonly tiles: number }) => string
  }
  readonly signed: (facts: { readonly origin: string; readonly keys: string; readonly size: number; readonly root: string }) => string
  readonly witnessed: (facts: { readonly name: string; readonly key: string; readonly when: string }) => string
  /** A cosignature that says nothing of time, or a time beyond any calendar. */
  readonly witnessedSometime: (facts: { readonly name: string; readonly key: string }) => string
  readonly enough: (quorum: string) => string
  readonly nobody: string
  readonly uncheckable: (names: string) => string
  readonly strangers: (count: number) => string
  readonly notProved: { readonly true: string; readonly complete: string; readonly later: string; readonly recent: string; readonly keys: string; readonly content: string }
}

/** How the verdict names what was shown, and how it writes a moment. */
export type Telling = { readonly contentName: string; readonly moment: (at: string) => string }

export type Verdict = { readonly checked: readonly string[]; readonly notProved: readonly string[] }

/** What a check that holds says, in sentences: what was checked, by whose keys, who saw it and when; and what it does not prove. */
export function tellVerdict(held: Held, policy: Policy, words: VerdictWords, { contentName, moment }: Telling): Verdict {
  const { origin, size, root, witnesses, quorum, uncheckable, unknownSignatures } = held.checkpoint
  const keys = policy.logs.filter(({ key }) => key.name === origin).map(({ key }) => keyText(key)).join(', ')
  const checked = [
    tellHeld(held, words, contentName),
    words.signed({ origin, keys, size, root: writeBase64(root) }),
    ...witnesses.map((witness) => tellWitness(witness, policy, words, moment)),
    quorum === 'none' ? words.nobody : words.enough(quorum),
    ...(uncheckable.length === 0 ? [] : [words.uncheckable(uncheckable.join(', '))]),
    ...(unknownSignatures === 0 ? [] : [words.strangers(unknownSignatures)]),
  ]
  const { notProved } = words
  return { checked, notProved: [...(held.kind === 'opening' ? [notProved.content] : []), notProved.true, notProved.complete, notProved.later, notProved.recent, notProved.keys] }
}

/** Why a check is refused, in a sentence that says what to do. */
export function tellRefusal(refusal: GivenRefusal, { refusals }: VerdictWords): string {
  // The code chooses the sentence, so the facts are the ones that the sentence takes.
  return (refusals[refusal.code] as (facts: GivenRefusal) => string)(refusal)
}

function tellHeld(held: Held, { held: words }: VerdictWords, name: string): string {
  switch (held.kind) {
    case 'checkpoint': return words.checkpoint()
    case 'content': return words.content({ index: held.index, name, digest: hexadecimal(held.contentDigest) })
    case 'opening': return words.opening({ index: held.index, digest: hexadecimal(held.contentDigest) })
    case 'entry': return words.entry({ index: held.index, name })
    case 'log': return words.log({ size: held.checkpoint.size, tiles: held.tiles })
  }
}

// 8.64e12: the last second that a JavaScript date can hold. Whoever signs may write any number.
function tellWitness({ name, signedAtSeconds }: Held['checkpoint']['witnesses'][number], { witnesses }: Policy, words: VerdictWords, moment: Telling['moment']): string {
  const known = witnesses.find((witness) => witness.name === name)
  const key = known === undefined ? name : keyText(known.key)
  if (signedAtSeconds === 0 || signedAtSeconds > 8.64e12) return words.witnessedSometime({ name, key })
  return words.witnessed({ name, key, when: moment(new Date(signedAtSeconds * 1000).toISOString()) })
}

function keyText({ name, id }: NoteKey): string {
  return `${name}+${id}`
}
