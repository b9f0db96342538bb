import { documents as documentsInEnglish } from '../../text/en/documents.ts'
import { travelDocuments as english } from '../../text/en/travel-documents.ts'
import { documents as documentsInFrench } from '../../text/fr/documents.ts'
import { travelDocuments as french } from '../../text/fr/travel-documents.ts'

/** What the pages about travel documents say, and the sentences for what zones and names refuse. */
export const documentWords = { en: { ...english, reading: documentsInEnglish }, fr: { ...french, reading: documentsInFrench } }

/** Says a refusal with the sentence that its code has. */
export function sayRefusal(sentences: object, refusal: { readonly code: string }): string {
  return (sentences as Readonly<Record<string, (facts: object) => string>>)[refusal.code]?.(refusal) ?? refusal.code
}
