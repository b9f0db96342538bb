import type { PlainDate } from '../kernel/day.ts'
import { invariant } from '../kernel/invariant.ts'
import { accept, type Result } from '../kernel/result.ts'
import type { WriteRefusal } from './check-content.ts'
import { writeZone } from './write-zone.ts'
import type { PartialDate, Sex, ZoneName } from './zone.ts'

declare const specimen: unique symbol

/** The two lines of Utopia's single-journey document. Only `specimenZone` makes one. */
export type SpecimenZone = { readonly lines: readonly [string, string]; readonly nameCut: boolean; readonly [specimen]: true }

/** What the fictional holder of a specimen is called, and when they were born. */
export type SpecimenHolder = {
  /** In A to Z, as `transliterate` gives it; SPECIMEN is put before it. */
  readonly name: ZoneName
  readonly dateOfBirth: PlainDate | PartialDate
  readonly sex: Sex
  readonly dateOfExpiry: PlainDate
  /** The last place of the document number SPECIMENn. */
  readonly serial: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
}

export const specimenWord = 'SPECIMEN'
export const specimenState = 'UTO'

/** PU: a single-sheet travel document (Doc 9303 part 8, 4.1.5). It says SPECIMEN as the first name and as the number, and UTO twice. */
export function specimenZone({ name, dateOfBirth, sex, dateOfExpiry, serial }: SpecimenHolder): Result<SpecimenZone, WriteRefusal> {
  const written = writeZone({
    format: 'TD2', documentCode: 'PU', issuingState: specimenState, nationality: specimenState,
    name: { primary: [specimenWord, ...name.primary], secondary: name.secondary },
    documentNumber: `${specimenWord}${serial}`, dateOfBirth, sex, dateOfExpiry,
  })
  if (!written.ok) return written
  const [first = '', second = ''] = written.value.lines
  invariant(isSpecimenZone([first, second]), 'a zone of a specimen does not say so', { first, second })
  return accept({ lines: [first, second], nameCut: written.value.nameCut } as unknown as SpecimenZone)
}

/** Do these lines say SPECIMEN in the name and in the number, and Utopia as state and as nationality? */
export function isSpecimenZone([first, second]: readonly [string, string]): boolean {
  return first.startsWith(`PU${specimenState}${specimenWord}<`) && second.startsWith(specimenWord) && second.slice(10, 13) === specimenState
}
