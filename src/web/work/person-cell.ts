import { html, type Content } from '../../render/html.ts'
import type { CaseRow } from '../../store/worklist.ts'
import type { Language } from '../../text/language.ts'
import { hrefTo } from '../address.ts'
import { partWords } from '../parts/part-words.ts'
import { tag } from '../parts/tag.ts'

/** A person in a list: name, birth, whether made up, and the way to the case. */
export function personCell({ caseId, familyName, givenNames, bornOn, fictional }: Pick<CaseRow, 'caseId' | 'familyName' | 'givenNames' | 'bornOn' | 'fictional'>, language: Language): Content {
  const { list } = partWords[language]
  return html`<a class="case" href="${hrefTo(language, `/work/cases/${caseId}`)}">${[familyName, givenNames].filter((part) => part !== '').join(', ')}</a> ${fictional ? tag(list.fictional, 'quiet') : null}${bornOn === undefined ? null : html`<small>${list.born(bornOn)}</small>`}`
}
