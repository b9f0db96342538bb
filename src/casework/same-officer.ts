// The database says the same of those who change the law.
/** Whether two names are one officer: capitals and blanks around a name make nobody a second person. */
export function isSameOfficer(one: string | undefined, other: string | undefined): boolean {
  return one?.trim().toLowerCase() === other?.trim().toLowerCase()
}
