import type { Provision } from '../law/rule.ts'
import { gates as english } from './en/gates.ts'
import { gates as french } from './fr/gates.ts'
import type { Language } from './language.ts'

const acts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: english.acts, fr: french.acts }

/** How a provision is cited in a text of this language: `IRPA 50(c)`, `LIPR 50c)`. The one place where a citation is written. */
export function citeProvision({ act, section, jurisdiction }: Pick<Provision, 'act' | 'section' | 'jurisdiction'>, language: Language): string {
  return `${acts[language][act] ?? act} ${language === 'fr' && jurisdiction === 'CA' ? inFrench(section) : section}`
}

// As the French versions of federal acts write it: an alinéa (a letter) has no bracket before it, a paragraphe (a number) and a sous-alinéa
// (a Roman number, which follows a letter) have both: 231(1)c)(ii), 101(1)b.1).
function inFrench(section: string): string {
  return section.replaceAll(/(?<!\([a-z](?:\.\d+)?\))\(([a-z](?:\.\d+)?)\)/g, '$1)')
}
