import { Margins } from './margins.ts'
import { periodsPerPlace } from './row-plan.ts'

/** The numbers that a row has become, some thousand rows at a time: see `RowPlan`. */
export type Columnar = {
  readonly rows: number
  readonly key: Uint32Array
  readonly entry: Uint16Array
  readonly exit: Uint16Array
  readonly place: Uint32Array | undefined
  readonly cluster: Float64Array | undefined
  readonly lastDay: Int32Array | undefined
  readonly line: Int32Array | undefined
}

export type Layout = {
  /** Keys from here on are faults. */
  readonly limit: number
  readonly events: number
  readonly spellings: number
  /** By number of the fault: is the row still counted by country and period? */
  readonly faultCounted: readonly boolean[]
  readonly joint: boolean
}

export type JointCount = { readonly entryDay: number; readonly exitDay: number; readonly event: number; readonly cluster: number; count: number }

/** Counts rows that have become small whole numbers. Memory grows with groups × days, not with rows. */
export class Counter {
  rows = 0
  /** Rows that went into the durations. */
  timed = 0
  lastDay = -2147483648
  /** How many rows had each fault. */
  readonly faults: Float64Array
  /** By half key. */
  readonly exits: Margins
  /** By group; rows that entered on day 0 are not among them. */
  readonly entries: Margins
  /** How many rows of a group are no first interval. */
  readonly later = new Map<number, number>()
  /** Rows by spelling and period. */
  readonly places: Float64Array
  /** By group; empty where the joint counts were not asked for. */
  readonly joint = new Map<number, Map<number | string, JointCount>>()
  private readonly layout: Layout

  constructor(layout: Layout) {
    this.layout = layout
    this.faults = new Float64Array(layout.faultCounted.length)
    this.exits = new Margins(layout.limit / 2)
    this.entries = new Margins(layout.limit / 2 / layout.events)
    this.places = new Float64Array(layout.spellings * periodsPerPlace)
  }

  add(columns: Columnar): void {
    this.rows += columns.rows
    this.addDurations(columns)
    if (columns.place) this.addPlaces(columns.key, columns.place, columns.rows)
    if (columns.lastDay) for (let row = 0; row < columns.rows; row++) this.lastDay = Math.max(this.lastDay, columns.lastDay[row] as number)
    if (this.layout.joint) for (let row = 0; row < columns.rows; row++) this.addJoint(columns, row)
  }

  /** Adds intervals of one group and event: all their exit days, and the entry days of those that entered late. */
  addIntervals(group: number, event: number, exits: Uint16Array, lateEntries: Uint16Array): void {
    if (exits.length > 0) this.exits.addDays(group * this.layout.events + event, exits)
    if (lateEntries.length > 0) this.entries.addDays(group, lateEntries)
    this.rows += exits.length
    this.timed += exits.length
  }

  addAll(other: Counter): void {
    this.rows += other.rows
    this.timed += other.timed
    this.lastDay = Math.max(this.lastDay, other.lastDay)
    other.faults.forEach((rows, fault) => { this.faults[fault] = (this.faults[fault] ?? 0) + rows })
    other.places.forEach((rows, place) => { if (rows > 0) this.places[place] = (this.places[place] ?? 0) + rows })
    this.exits.addAll(other.exits)
    this.entries.addAll(other.entries)
    for (const [group, rows] of other.later) this.later.set(group, (this.later.get(group) ?? 0) + rows)
    for (const [group, cells] of other.joint) for (const cell of cells.values()) this.addCell(group, cell)
  }

  /** Loop by loop, each over what it needs: one loop for all asks so much of the machine at once that it takes twice as long. */
  private addDurations({ rows, key, entry, exit }: Columnar): void {
    const { limit, events } = this.layout
    const timed = this.exits.addHalfKeys(key, exit, rows, limit)
    this.timed += timed
    for (let row = 0; row < rows; row++) {
      if (entry[row] !== 0 && key[row]! < limit) this.entries.add(Math.floor((key[row]! >>> 1) / events), entry[row]!)
    }
    for (let row = 0; row < rows; row++) {
      if ((key[row]! & 1) === 1 && key[row]! < limit) this.addLater(Math.floor((key[row]! >>> 1) / events))
    }
    if (timed === rows) return
    for (let row = 0; row < rows; row++) if (key[row]! >= limit) this.faults[key[row]! - limit]!++
  }

  private addLater(group: number): void {
    this.later.set(group, (this.later.get(group) ?? 0) + 1)
  }

  private addPlaces(key: Uint32Array, place: Uint32Array, rows: number): void {
    const { limit, faultCounted } = this.layout
    for (let row = 0; row < rows; row++) {
      const at = place[row] as number
      // A row without a place has a number beyond the table, as has a typed array's missing element: nothing is counted.
      if (at < this.places.length && ((key[row] as number) < limit || faultCounted[(key[row] as number) - limit] === true)) this.places[at] = (this.places[at] as number) + 1
    }
  }

  private addJoint({ key, entry, exit, cluster }: Columnar, row: number): void {
    const code = key[row] as number
    if (code >= this.layout.limit) return
    const half = code >>> 1
    const cell = { entryDay: entry[row] as number, exitDay: exit[row] as number, event: half % this.layout.events, cluster: cluster?.[row] ?? 0, count: 1 }
    this.addCell(Math.floor(half / this.layout.events), cell)
  }

  private addCell(group: number, cell: JointCount): void {
    const cells = this.joint.get(group) ?? new Map<number | string, JointCount>()
    if (cells.size === 0) this.joint.set(group, cells)
    const days = (cell.entryDay * 65_536 + cell.exitDay) * 64 + cell.event
    const name = cell.cluster === 0 ? days : `${days}/${cell.cluster}`
    const known = cells.get(name)
    if (known) known.count += cell.count
    else cells.set(name, { ...cell })
  }
}
