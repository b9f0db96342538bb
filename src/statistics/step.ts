/** Row of the last of the increasing `days` that is not after `day`; −1 when all are. */
export function rowOnDay(days: Int32Array | readonly number[], day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Value of a step function on `day`: that of the last step up to and including the day, or `before` when there is none yet. */
export function valueOnDay(days: Int32Array | readonly number[], values: Float64Array | readonly number[], day: number, before: number): number {
  const row = rowOnDay(days, day)
  return row < 0 ? before : values[row]!
}
