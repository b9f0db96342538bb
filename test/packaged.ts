import { readdirSync } from 'node:fs'
import type { Figure } from '../src/cooperation/figure.ts'
import type { Measurement } from '../src/cooperation/measurement.ts'
import { readMeasurementFiles } from '../src/service/figure-files.ts'

export const packagedFolder = 'data/public-figures'

/** The measurements that the package carries, by the name of their files. */
export const packaged: ReadonlyMap<string, Measurement> = new Map(
  readdirSync(packagedFolder).filter((name) => name.endsWith('.json')).map((name) => [name.replace('.json', ''), readMeasurementFiles(`${packagedFolder}/${name}`)]),
)

export function figuresOf(name: string): readonly Figure[] {
  return packaged.get(name)?.figures ?? []
}

/** The one figure that is so; throws when there is none, or several. */
export function theFigure(name: string, wanted: Partial<Figure>): Figure {
  const facts = Object.entries(wanted)
  const found = figuresOf(name).filter((figure) => facts.every(([key, value]) => figure[key as keyof Figure] === value))
  const [figure] = found
  if (!figure || found.length > 1) throw new Error(`${found.length} figures of ${name} are ${JSON.stringify(wanted)}`)
  return figure
}
