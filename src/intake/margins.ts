const unseen = -1

/** Counts by key and day. One flat table with a line for each key that is really there, as long as the latest day so far. */
export class Margins {
  private readonly lineOf: Int32Array
  private lines = 0
  private length: number
  private table: Uint32Array

  constructor(keys: number, length = 2048) {
    this.lineOf = new Int32Array(keys).fill(unseen)
    this.length = length
    this.table = new Uint32Array(64 * length)
  }

  add(key: number, day: number, count = 1): void {
    let line = this.lineOf[key] as number
    if (line === unseen) line = this.newLine(key)
    if (day >= this.length) this.lengthen(day)
    const at = line * this.length + day
    this.table[at] = (this.table[at] as number) + count
  }

  /** Counts the days of many rows whose key is the half of `keys`; rows with `limit` and above are left out. Returns how many were counted. */
  addHalfKeys(keys: Uint32Array, days: Uint16Array, rows: number, limit: number): number {
    const { lineOf } = this
    let { table, length } = this
    let counted = 0
    for (let row = 0; row < rows; row++) {
      const code = keys[row]!
      if (code >= limit) continue
      counted++
      const line = lineOf[code >>> 1]!
      const day = days[row]!
      if (line !== unseen && day < length) table[line * length + day]!++
      else {
        this.add(code >>> 1, day);
        ({ table, length } = this)
      }
    }
    return counted
  }

  /** Counts many days under one key. */
  addDays(key: number, days: Uint16Array): void {
    let latest = 0
    for (let index = 0; index < days.length; index++) if (days[index]! > latest) latest = days[index]!
    // Makes room for the key and its latest day before its line is taken in hand.
    this.add(key, latest, 0)
    const counts = this.of(key) as Uint32Array
    for (let index = 0; index < days.length; index++) counts[days[index]!]!++
  }

  addAll(other: Margins): void {
    other.lineOf.forEach((line, key) => {
      if (line === unseen) return
      other.line(line).forEach((count, day) => { if (count > 0) this.add(key, day, count) })
    })
  }

  /** Counts by day of one key; undefined when it was never counted. */
  of(key: number): Uint32Array | undefined {
    const line = this.lineOf[key]
    return line === undefined || line === unseen ? undefined : this.line(line)
  }

  private line(line: number): Uint32Array {
    return this.table.subarray(line * this.length, (line + 1) * this.length)
  }

  private newLine(key: number): number {
    if ((this.lines + 1) * this.length > this.table.length) this.resize(this.length, this.lines * 2)
    this.lineOf[key] = this.lines
    return this.lines++
  }

  private lengthen(day: number): void {
    this.resize(1 << (32 - Math.clz32(day)), Math.max(this.lines, 64))
  }

  private resize(length: number, lines: number): void {
    const table = new Uint32Array(length * lines)
    for (let line = 0; line < this.lines; line++) table.set(this.line(line), line * length)
    this.table = table
    this.length = length
  }
}
