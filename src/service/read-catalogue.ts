import { type Inadditive, inadditivities } from '../cooperation/counted.ts'
import { type Choice, choicesOf, measurementIds, measurementsOfAll } from '../store/choices.ts'
import { countriesWithFigures, figuresOfMeasure } from '../store/figures.ts'
import { listMeasurements, type MeasurementSummary } from '../store/measurements.ts'
import type { Transaction } from '../store/tables.ts'
import type { Services } from './services.ts'

/** A measurement as pages name it, with what can be compared within it. */
export type Source = MeasurementSummary & {
  /** The first digits of the content's digest: the same on every machine, so that an address can be cited. */
  readonly key: string
  readonly choices: readonly Choice[]
  /** Whether it has figures of all countries taken together. */
  readonly hasAll: boolean
  /** Where the publisher's own parts do not add up to its total. */
  readonly inadditive: readonly Inadditive[]
}

export type Catalogue = { readonly sources: readonly Source[]; readonly countries: readonly string[] }

/** What the pages' use-cases need: the database, and the catalogue of what is in it. */
export type Reading = Services & { readonly catalogue: (tx: Transaction) => Promise<Catalogue> }

/** A measurement is never changed, so the catalogue is read again only when the list of measurements is another one. */
export function prepareReading(services: Services): Reading {
  let known: { readonly ids: string; readonly catalogue: Catalogue } | undefined
  return {
    ...services,
    async catalogue(tx) {
      const ids = (await measurementIds(tx)).join()
      if (known?.ids !== ids) known = { ids, catalogue: await readCatalogue(tx, await listMeasurements(tx)) }
      return known.catalogue
    },
  }
}

async function readCatalogue(tx: Transaction, list: readonly MeasurementSummary[]): Promise<Catalogue> {
  const sources: Source[] = []
  const withAll = new Set(await measurementsOfAll(tx))
  for (const summary of list) {
    const choices = await choicesOf(tx, summary.id)
    const inadditive = inadditivities(await figuresOfMeasure(tx, summary.id, 'count'))
    sources.push({ ...summary, key: summary.digest.slice(0, 12), choices, hasAll: withAll.has(summary.id), inadditive })
  }
  return { sources, countries: (await countriesWithFigures(tx)).filter((country) => country !== 'all') }
}

export function findSource({ sources }: Catalogue, key: string): Source | undefined {
  return sources.find((source) => source.key === key)
}

/** Other editions of the same source: read by the same profile and method. Newest data first. */
export function editionsOf({ sources }: Catalogue, source: Source): Source[] {
  return sources.filter((other) => other.id !== source.id && familyOf(other) === familyOf(source))
}

function familyOf({ method, sourceProfile }: Source): string {
  return `${method} ${sourceProfile.replaceAll(/\/\d+/g, '')}`
}
