import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { countries } from '../reference/countries.ts'
import { PathWriter } from './path-writer.ts'

/** One area of the map; several areas may share a code, and an area without a code has no figure. */
export type Shape = {
  readonly country: string | undefined
  readonly path: string
  /** In square units of the map. */
  readonly area: number
  readonly centre: readonly [number, number]
}

export const mapSize = { width: 800, height: 410 }

let shapes: readonly Shape[] | undefined

/** The areas of Natural Earth at 1:50,000,000 in the Natural Earth projection. Made once: it takes a good part of a second. */
export function worldShapes(): readonly Shape[] {
  shapes ??= makeShapes()
  return shapes
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>

function makeShapes(): Shape[] {
  const world = thin(JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8')) as World)
  const projection = geoNaturalEarth1().fitExtent([[4, 4], [mapSize.width - 4, mapSize.height + 40]], { type: 'Sphere' })
  const [writer, measure] = [new PathWriter(), geoPath(projection)]
  const draw = geoPath(projection, writer)
  return feature(world, world.objects.countries).features.filter(({ id }) => id !== antarctica).map((area) => {
    draw(area)
    return { country: codeOf(area.id, area.properties.name), path: writer.take(), area: measure.area(area), centre: measure.centroid(area) }
  })
}

const antarctica = '010'
const codes: ReadonlyMap<string, string> = new Map(countries.filter(({ numeric, standing }) => numeric !== '' && standing === 'assigned').map(({ numeric, code }) => [numeric, code]))

/** Natural Earth numbers areas as ISO 3166 does. Kosovo has no number; areas that ISO does not know stay without a code. */
function codeOf(id: string | number | undefined, name: string): string | undefined {
  return id === undefined ? countries.find(({ english, numeric }) => english === name && numeric === '')?.code : codes.get(String(id).padStart(3, '0'))
}

// About one unit of the map: what is finer cannot be seen.
const tolerance = 0.4

/** Leaves out points closer than the tolerance, border by border, so that neighbours keep the same line between them. */
function thin(world: World): World {
  const { scale, translate } = world.transform ?? { scale: [1, 1], translate: [0, 0] }
  const arcs = world.arcs.map((arc) => {
    let [across, up] = [0, 0]
    const points = arc.map(([east = 0, north = 0]) => {
      across += east
      up += north
      return [across * scale[0] + translate[0], up * scale[1] + translate[1]]
    })
    return thinArc(points)
  })
  // Without a transform the arcs are read as degrees, which they are now.
  return { type: world.type, objects: world.objects, arcs }
}

function thinArc(points: number[][]): number[][] {
  const kept = points.slice(0, 1)
  for (const point of points.slice(1, -1)) if (distance(point, kept.at(-1) ?? point) >= tolerance) kept.push(point)
  kept.push(...points.slice(-1))
  // A small ring that loses its points can turn inside out, and a ring inside out covers the rest of the earth.
  return kept.length < 8 ? points : kept
}

function distance([east = 0, north = 0]: readonly number[], [otherEast = 0, otherNorth = 0]: readonly number[]): number {
  return Math.hypot((east - otherEast) * Math.cos((north * Math.PI) / 180), north - otherNorth)
}
