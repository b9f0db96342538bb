import { administration as english } from '../../text/en/administration.ts'
import { signIn as rolesInEnglish } from '../../text/en/sign-in.ts'
import { administration as french } from '../../text/fr/administration.ts'
import { signIn as rolesInFrench } from '../../text/fr/sign-in.ts'
import { joinLines } from '../approvals/join-lines.ts'
import type { WishedChange } from './change-account.ts'

/** The text that an administrator confirms, in both languages. */
export type ShownChange = { readonly en: string; readonly fr: string }

const words = { en: { ...english.confirm.shown, named: rolesInEnglish.roles }, fr: { ...french.confirm.shown, named: rolesInFrench.roles } }

type Beside = { readonly changeId: string; readonly by: string; /** Of an account that is there. */ readonly name: string | undefined; readonly before: readonly string[] }

/** What is changed, of whom, and what that lets somebody do. Nothing that was typed passes for a line of ours. */
export function sayChange(wished: WishedChange, beside: Beside): ShownChange {
  return { en: said(wished, beside, 'en'), fr: said(wished, beside, 'fr') }
}

function said(wished: WishedChange, { changeId, by, name, before }: Beside, language: 'en' | 'fr'): string {
  const { titles, account, person, roles, until, lets, number, asked, named, none } = words[language]
  const listed = (held: readonly string[]) => (held.length === 0 ? none : held.map((role) => (named as Readonly<Record<string, string>>)[role] ?? role).join(', '))
  const shownName = wished.what === 'invited' ? wished.displayName : name
  return joinLines([
    titles[wished.what], account(wished.of), ...(shownName === undefined ? [] : [person(shownName)]),
    ...('roles' in wished ? [roles(listed(wished.roles))] : []), ...(wished.what === 'invited' ? [] : [until(listed(before))]),
    lets[wished.what], asked(by), number(changeId),
  ])
}
