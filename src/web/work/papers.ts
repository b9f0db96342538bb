import type { Identity, IdentityDocument } from '../../casework/identity.ts'
import type { Answers } from '../../store/drafts.ts'

/** An identity document as it was typed: all four answered, or none. */
export type Paper = Readonly<Record<(typeof paperFields)[number], string>>

export const paperFields = ['documentType', 'number', 'country', 'copy'] as const
export const paperTypes = ['passport', 'identity-card', 'birth-certificate', 'seafarers-book', 'driving-licence'] as const
export const mostPapers = 10

/** The documents in answers, in their order; rows in which nothing was typed are none. */
export function papersIn(answers: Answers): readonly Paper[] {
  const rows = answers['identityDocuments']
  return (Array.isArray(rows) ? (rows as readonly string[]) : []).map((row) => JSON.parse(row) as Paper)
}

/** Takes the documents from a form: `paper-0-number` and its like. */
export function readPapers(form: URLSearchParams): Answers {
  const rows = Array.from({ length: mostPapers }, (_, index) => Object.fromEntries(paperFields.map((field) => [field, (form.get(`paper-${index}-${field}`) ?? '').trim().slice(0, 200)])) as Paper)
  return answersOfPapers(rows.filter((paper) => paperFields.some((field) => paper[field] !== '')))
}

export function answersOfPapers(papers: readonly Paper[]): Answers {
  return { identityDocuments: papers.map((paper) => JSON.stringify(paper)) }
}

/** The documents as casework keeps them. */
export function identityDocuments(answers: Answers): readonly IdentityDocument[] {
  return papersIn(answers).map(({ documentType, number, country, copy }) => ({ documentType: documentType as IdentityDocument['documentType'], number, country, copy: copy === 'yes' }))
}

/** What is recorded of a person, as answers: whoever puts one thing right need not type the others again. */
export function answersOfIdentity({ familyName, givenNames, sex, bornOn = '', bornIn = '', bornInCountry = '', identityDocuments: papers }: Identity): Answers {
  return { familyName, givenNames, sex, bornOn, bornIn, bornInCountry, ...answersOfPapers(papers.map(({ documentType, number, country, copy }) => ({ documentType, number, country, copy: copy ? 'yes' : 'no' }))) }
}
