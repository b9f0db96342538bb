import { accept, refuse, type Result } from '../kernel/result.ts'

export type SampleRefusal = { readonly code: 'sample-size-wrong'; readonly wished: string }

const usualSample = 2_000
const largestSample = 100_000

/**
 * Reads COMITY_FICTIONAL_CASES: how many made-up cases to load where there are none. Without it two thousand in a database of our own,
 * and none on somebody's server, where real cases are to come.
 */
export function readSampleSize(wished: string | undefined, url: string | undefined): Result<number, SampleRefusal> {
  if (!wished) return accept(url ? 0 : usualSample)
  return /^\d{1,6}$/.test(wished) && Number(wished) <= largestSample ? accept(Number(wished)) : refuse({ code: 'sample-size-wrong', wished })
}
