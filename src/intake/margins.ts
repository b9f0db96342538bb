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

  /** Adds the exit days of many intervals (entry × 65536 + exit) under one key; false as soon as one is no interval. */
  addPacked(key: number, packed: Uint32Array): boolean {
    this.add(key, 0, 0)
    let counts = this.of(key) as Uint32Array
    for (let index = 0; index < packed.length; index++) {
      const days = packed[index] as number
      const exit = days & 65_535
      if (exit <= days >>> 16) return false
      if (exit >= counts.length) {
        this.lengthen(exit)
        counts = this.of(key) as Uint32Array
      }
      counts[exit] = (counts[exit] as number) + 1
    }
    return true
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
