/** The number at an index, 0 outside the array: on days past its horizon a group has nobody. */
export function at(numbers: ArrayLike<number> | undefined, index: number): number {
  return numbers?.[index] ?? 0
}

export function add(sums: Float64Array | undefined, index: number, amount: number): void {
  if (sums) sums[index] = (sums[index] ?? 0) + amount
}

export function total(numbers: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < numbers.length; index++) sum += numbers[index] ?? 0
  return sum
}

/** Size rows of size zeros. */
export function squareOf(size: number): Float64Array[] {
  return Array.from({ length: size }, () => new Float64Array(size))
}
