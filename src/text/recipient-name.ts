import type { Language } from './language.ts'

type Kind = 'request' | 'copy' | 'notice'

const names: Readonly<Record<Language, Readonly<Record<Kind, (id: string) => string>>>> = {
  en: {
    request: (id) => `the state that received request ${id}`,
    copy: (id) => `the person, who has a copy of request ${id}`,
    notice: (id) => `whoever received notice ${id}`,
  },
  fr: {
    request: (id) => `l’État qui a reçu la demande ${id}`,
    copy: (id) => `la personne, qui a copie de la demande ${id}`,
    notice: (id) => `le destinataire de l’avis ${id}`,
  },
}

/** Who is to be told of a correction, in words: `notice/n1` is whoever received that notice. What is no such code stays as it is. */
export function recipientName(recipient: string, language: Language): string {
  const [kind = '', ...rest] = recipient.split('/')
  return Object.hasOwn(names[language], kind) && rest.length > 0 ? names[language][kind as Kind](rest.join('/')) : recipient
}
