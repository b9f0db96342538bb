// Times and their comparison.

export type Line = { readonly what: string; readonly measured: string; readonly beside: string; readonly ratio?: number; readonly aim?: string; readonly met?: boolean }

/** Milliseconds that this work takes. */
export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** The value below which this share of the numbers lies: the smallest one that at least `share` of them do not exceed. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? Number.NaN
}

/** Two ways of doing a thing, by turns, so that a noisy moment meets both; who begins changes from turn to turn. */
export async function byTurns(turns: number, one: (turn: number) => Promise<unknown>, other: (turn: number) => Promise<unknown>): Promise<{ readonly one: readonly number[]; readonly other: readonly number[] }> {
  const [ones, others]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn++) {
    if (turn % 2 === 0) ones.push(await milliseconds(() => one(turn)))
    others.push(await milliseconds(() => other(turn)))
    if (turn % 2 === 1) ones.push(await milliseconds(() => one(turn)))
  }
  return { one: ones, other: others }
}

export function printTable(lines: readonly Line[]): void {
  const rows = [['', 'measured', 'beside', 'ratio', 'aim', ''], ...lines.map(({ what, measured, beside, ratio, aim = '', met }) => [what, measured, beside, ratio === undefined ? '' : ratio.toFixed(2), aim, met === undefined ? '' : met ? 'met' : 'MISSED'])]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd())
}
