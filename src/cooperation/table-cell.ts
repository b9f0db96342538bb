/** One number of a table that a publisher made: so many, in one country, over one period. */
export type TableCell = {
  readonly country: string
  /** Area that reports or carries out (`EU28`, `Quebec`), empty where the file has one only. */
  readonly area: string
  readonly period: string
  readonly outcome: string
  /** Length band in whole days, both ends included; `toDay` null when it is open. */
  readonly band: { readonly fromDay: number; readonly toDay: number | null } | null
  readonly value: number | null
}
