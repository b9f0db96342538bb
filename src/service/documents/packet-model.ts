import type { Agreed, OutboundCorrection, OutboundExtras, OutboundRequest } from '../../casework/outbound-message.ts'
import type { PageBlock, PageModel, SummaryPair } from '../../documents/page-model.ts'
import { casework as caseworkInEnglish } from '../../text/en/casework.ts'
import { packet as english } from '../../text/en/packet.ts'
import { formatDay } from '../../text/format.ts'
import { casework as caseworkInFrench } from '../../text/fr/casework.ts'
import { packet as french } from '../../text/fr/packet.ts'
import type { Language } from '../../text/language.ts'
import { stateName } from '../../text/state-name.ts'

const words = { en: { ...english, documents: caseworkInEnglish.documents }, fr: { ...french, documents: caseworkInFrench.documents } }
type Words = (typeof words)['en']

/**
 * What leaves for a state as a page: the fields of the message, all of them and nothing else, each with its name in both languages.
 * Nothing but the message and the day on which it left comes in, so that nothing else can be on the page.
 */
export function packetModel(message: OutboundRequest | OutboundCorrection, sentOn: string | undefined, language: Language): PageModel {
  // Taken apart whole: a field that is added to the message does not compile until it has its place here.
  const { format, request, to, document, familyName, givenNames, bornOn, bornIn, bornInCountry, sex, nationality, photograph, identityDocuments, required, files, ...rest } = message
  rest satisfies Readonly<Record<string, never>>
  const say = bilingual(language)
  const pair = (name: (word: Words) => string, value: string | null) => ({ name: say(name), value: value ?? say(({ notStated }) => notStated) })
  const heading = (text: (word: Words) => string): PageBlock => ({ kind: 'heading', level: 2, text: say(text) })
  return {
    language, title: say((word) => word.title), footer: request,
    blocks: [
      { kind: 'summary', caption: say((word) => word.about), pairs: [
        pair(({ fields }) => fields.format, say(({ kinds }) => kinds[format])), pair(({ fields }) => fields.to, sayState(to)), pair(({ fields }) => fields.document, say(({ documents }) => documents[document])), pair(({ fields }) => fields.request, request),
      ] },
      { kind: 'paragraph', strong: true, text: sentOn === undefined ? say(({ draft }) => draft) : bothDays(sentOn, language) },
      { kind: 'summary', caption: say((word) => word.person), pairs: [
        pair(({ fields }) => fields.familyName, familyName), pair(({ fields }) => fields.givenNames, givenNames), pair(({ fields }) => fields.bornOn, bornOn), pair(({ fields }) => fields.bornIn, bornIn),
        pair(({ fields }) => fields.bornInCountry, bornInCountry && sayState(bornInCountry)), pair(({ fields }) => fields.sex, sex && say(({ sexes }) => sexes[sex])),
        pair(({ fields }) => fields.nationality, sayState(nationality.claimed)), pair(({ basis }) => basis, nationality.bases.map((one) => say(({ bases }) => bases[one])).join('; ')), pair(({ fields }) => fields.photograph, photograph),
      ] },
      heading(({ papers }) => papers), papersOf(identityDocuments, language),
      heading((word) => word.required), ...extrasOf(required, language),
      heading((word) => word.files), filesOf(files, language),
    ],
  }

  function sayState(code: string): string {
    return [...new Set([stateName(code, language), stateName(code, other(language))])].join(' / ')
  }
}

/** Says it in the page's language and then in the other one; once, where both say the same. */
function bilingual(language: Language) {
  return (pick: (word: Words) => string) => [...new Set([pick(words[language]), pick(words[other(language)])])].join(' / ')
}

function other(language: Language): Language {
  return language === 'en' ? 'fr' : 'en'
}

function bothDays(day: string, language: Language): string {
  return [language, other(language)].map((one) => words[one].sent(formatDay(day, one))).join(' / ')
}

function papersOf(papers: OutboundRequest['identityDocuments'], language: Language): PageBlock {
  const say = bilingual(language)
  if (papers.length === 0) return { kind: 'paragraph', text: say(({ none }) => none) }
  return {
    kind: 'table', caption: say((word) => word.papers), header: [say(({ columns }) => columns.kind), say(({ columns }) => columns.number), say(({ columns }) => columns.held)],
    rows: papers.map(({ documentType, number, copy }) => [say(({ papersKinds }) => papersKinds[documentType]), number, say((word) => (copy ? word.copy : word.original))]),
  }
}

function filesOf(files: OutboundRequest['files'], language: Language): PageBlock {
  const say = bilingual(language)
  if (files.length === 0) return { kind: 'paragraph', text: say(({ none }) => none) }
  return { kind: 'table', caption: say((word) => word.files), header: [say(({ columns }) => columns.file), say(({ columns }) => columns.format)], rows: files.map(({ file, format }) => [file, format.toUpperCase()]) }
}

/** What an agreement requires beyond the identity, each with the article that says so. */
function extrasOf({ otherNames, height, fingerprints, visa, ...rest }: OutboundExtras, language: Language): readonly PageBlock[] {
  rest satisfies Readonly<Record<string, never>>
  const say = bilingual(language)
  const agreed = <Value>(name: keyof OutboundExtras, one: Agreed<Value> | null, write: (value: Value, word: Words) => string): readonly SummaryPair[] =>
    (one === null ? [] : [{ name: `${say(({ extras }) => extras[name])} (${words[language].article(one)})`, value: say((word) => write(one.value, word)) }])
  const pairs = [
    ...agreed('otherNames', otherNames, (names) => names.map(({ familyName, givenNames }) => [familyName, givenNames].filter((part) => part !== '').join(', ')).join('; ')),
    ...agreed('height', height, (count, { centimetres }) => centimetres(count)),
    ...agreed('fingerprints', fingerprints, (digest) => digest),
    ...agreed('visa', visa, ({ number, validFrom: from, validUntil: until }, word) => word.visa({ number, from, until })),
  ]
  return [pairs.length === 0 ? { kind: 'paragraph', text: say(({ none }) => none) } : { kind: 'summary', caption: say((word) => word.required), pairs }]
}
