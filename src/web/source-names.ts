import { listProfiles } from '../intake/built-in-profiles.ts'
import type { SourceProfile, Words } from '../intake/profile.ts'
import { methodName } from '../render/names.ts'
import type { Source } from '../service/read-catalogue.ts'
import { formatList, formatPeriod } from '../text/format.ts'
import type { Language } from '../text/language.ts'

const profiles: ReadonlyMap<string, SourceProfile> = new Map(listProfiles().map((profile) => [profile.name, profile]))

/** What a source is called: as its makers say, else the titles of its profiles, or the name of the user's own profile, and the method. */
export function sourceTitle(source: Source, language: Language): string {
  return `${fileTitle(source, language)} – ${methodName(source.method, language)}`
}

/** The title with its edition, where two of one source could be taken for each other. */
export function sourceLabel(source: Source, language: Language): string {
  return `${sourceTitle(source, language)} (${editionName(source, language)})`
}

/** An edition is named by the publisher's words, or by a day or a period. */
export function editionName({ vintage }: Pick<Source, 'vintage'>, language: Language): string {
  return formatPeriod(vintage, language)
}

/** What the files are called, without the method. */
export function fileTitle(source: Source, language: Language): string {
  if (source.attribution) return source.attribution.title[language]
  const names = profileNames(source)
  return formatList(names.map((name) => profiles.get(name)?.title[language] ?? name), language)
}

/** Who published the files; empty where the profile is the user's own. */
export function publishersOf(source: Source, language: Language): readonly string[] {
  return source.attribution ? [source.attribution.publisher[language]] : wordsOf(source, ({ publisher }) => publisher, language)
}

export function termsOf(source: Source, language: Language): readonly string[] {
  return source.attribution ? [source.attribution.terms[language]] : wordsOf(source, ({ terms }) => terms, language)
}

/** Where the publisher's files were found. An address comes from a file: only one that a browser merely reads is made a link. */
export function addressesOf({ attribution }: Source): readonly string[] {
  return (attribution?.addresses ?? []).filter((address) => /^https?:\/\//.test(address))
}

function wordsOf(source: Source, read: (profile: SourceProfile) => Words, language: Language): readonly string[] {
  return [...new Set(profileNames(source).flatMap((name) => {
    const profile = profiles.get(name)
    return profile ? [read(profile)[language]] : []
  }))]
}

/** Names without their versions. */
function profileNames({ inputs }: Source): string[] {
  return [...new Set(inputs.map(({ profile }) => profile.split('/')[0] ?? profile))]
}
