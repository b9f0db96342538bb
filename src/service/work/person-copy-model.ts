import type { PageBlock, PageModel } from '../../documents/page-model.ts'
import { personSections, type PersonRecord } from '../../render/person-record.ts'
import { personCopy as english } from '../../text/en/person-copy.ts'
import { personCopy as french } from '../../text/fr/person-copy.ts'
import type { Language } from '../../text/language.ts'

/** What the pages of the person's copy say, in both languages. */
export const personCopyWords = { en: english, fr: french }

/**
 * The person's copy as a page, in the person's language: what `comity case export` gives as text, and the number of its receipt. Nothing but the
 * record and that number comes in, so that nothing else can be on it.
 */
export function personCopyModel(record: PersonRecord, receipt: string, language: Language): PageModel {
  const { title, made, fictional, sections, nothing, leftOut } = personSections(record, language)
  return {
    language, title, footer: personCopyWords[language].receipt(receipt),
    blocks: [
      ...(fictional === undefined ? [] : [{ kind: 'paragraph', strong: true, text: fictional } as const]),
      { kind: 'paragraph', text: made }, { kind: 'paragraph', text: personCopyWords[language].receipt(receipt) },
      ...sections.flatMap(({ heading, lines }): readonly PageBlock[] => [{ kind: 'heading', level: 2, text: heading }, ...(lines.length === 0 ? [{ kind: 'paragraph', text: nothing } as const] : linesOf(lines))]),
      { kind: 'paragraph', text: leftOut },
    ],
  }
}

/** Lines alone are one list; a line that holds others stands above their list. */
function linesOf(lines: ReturnType<typeof personSections>['sections'][number]['lines']): readonly PageBlock[] {
  if (lines.every(({ under = [] }) => under.length === 0)) return [{ kind: 'list', items: lines.map(({ text }) => text) }]
  return lines.flatMap(({ text, under = [] }): readonly PageBlock[] => [{ kind: 'paragraph', text }, ...(under.length === 0 ? [] : [{ kind: 'list', items: under } as const])])
}
