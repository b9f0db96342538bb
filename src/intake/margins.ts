const unseen = -1

/** Counts by key and day. One flat table with a stretch for each key that is really there, as long as the latest day so far. */
export class Margins {
  /** Where the stretch of a key begins. */
  private readonly offsetOf: Int32Array
  private stretches = 0
  private length: number
  private table: Uint32Array

  constructor(keys: number, length = 2048) {
    this.offsetOf = new Int32Array(keys).fill(unseen)
    this.length = length
    this.table = new Uint32Array(64 * length)
  }

  add(key: number, day: number, count = 1): void {
    if (day >= this.length) this.lengthen(day)
    if (this.offsetOf[key] === unseen) this.begin(key)
    const at = this.offsetOf[key]! + day
    this.table[at] = this.table[at]! + count
  }

  /** Counts the days of many rows whose key is the half of `keys`; rows with `limit` and above are left out. Returns how many were counted. */
  addHalfKeys(keys: Uint32Array, days: Uint16Array, rows: number, limit: number): number {
    let leftOut = 0
    for (let row = 0; row < rows; row++) {
      row = countWhileKnown(this.table, this.offsetOf, this.length, keys, days, row, rows, limit)
      if (row === rows) break
      if (keys[row]! >= limit) leftOut++
      else this.add(keys[row]! >>> 1, days[row]!)
    }
    return rows - leftOut
  }

  /** Counts many days under one key. */
  addDays(key: number, days: Uint16Array): void {
    let latest = 0
    for (let index = 0; index < days.length; index++) if (days[index]! > latest) latest = days[index]!
    // Makes room for the key and its latest day before its stretch is taken in hand.
    this.add(key, latest, 0)
    const counts = this.of(key) as Uint32Array
    for (let index = 0; index < days.length; index++) counts[days[index]!]!++
  }

  addAll(other: Margins): void {
    other.offsetOf.forEach((offset, key) => {
      if (offset === unseen) return
      other.stretch(offset).forEach((count, day) => { if (count > 0) this.add(key, day, count) })
    })
  }

  /** Counts by day of one key; undefined when it was never counted. */
  of(key: number): Uint32Array | undefined {
    const offset = this.offsetOf[key]
    return offset === undefined || offset === unseen ? undefined : this.stretch(offset)
  }

  private stretch(offset: number): Uint32Array {
    return this.table.subarray(offset, offset + this.length)
  }

  private begin(key: number): void {
    if ((this.stretches + 1) * this.length > this.table.length) this.resize(this.length, this.stretches * 2)
    this.offsetOf[key] = this.stretches++ * this.length
  }

  private lengthen(day: number): void {
    this.resize(1 << (32 - Math.clz32(day)), Math.max(this.stretches, 64))
  }

  private resize(length: number, stretches: number): void {
    const table = new Uint32Array(length * stretches)
    this.offsetOf.forEach((offset, key) => {
      if (offset === unseen) return
      const moved = (offset / this.length) * length
      table.set(this.stretch(offset), moved)
      this.offsetOf[key] = moved
    })
    this.table = table
    this.length = length
  }
}

/**
 * Counts row after row as long as nothing is new, and returns the row at which something is. Apart from the object and
 * without a branch that changes it: this loop runs once for each of millions of rows, and then takes a third of the time.
 */
function countWhileKnown(
  table: Uint32Array, offsetOf: Int32Array, length: number, keys: Uint32Array, days: Uint16Array, from: number, rows: number, limit: number,
): number {
  for (let row = from; row < rows; row++) {
    const code = keys[row]!
    if (code >= limit) return row
    const offset = offsetOf[code >>> 1]!
    const day = days[row]!
    if (offset < 0 || day >= length) return row
    table[offset + day]!++
  }
  return rows
}
