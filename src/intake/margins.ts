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

  /** The same as `add` for many rows, without asking this object for its table each time. */
  addRows(keys: Int32Array, days: Int32Array | Float64Array, rows: number): void {
    const { lineOf } = this
    let { table, length } = this
    for (let row = 0; row < rows; row++) {
      const line = lineOf[keys[row] as number] as number
      const day = days[row] as number
      if (line === unseen || day >= length) {
        this.add(keys[row] as number, day);
        ({ table, length } = this)
      } else {
        const at = line * length + day
        table[at] = (table[at] as number) + 1
      }
    }
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
