/** Lets so many requests a minute through for each name, all at once or one after the other; else says after how many seconds to come again. */
export type RateLimit = { readonly take: (name: string) => number | undefined }

type Bucket = { left: number; at: number }

const mostNames = 10_000

/**
 * A bucket of `perMinute` requests for each name, that fills as time goes by. It stands in this server's memory, so that counting costs
 * nothing: behind several servers each lets as many through. `now` in milliseconds.
 */
export function rateLimit(perMinute: number, now: () => number = () => performance.now()): RateLimit {
  const buckets = new Map<string, Bucket>()
  const filledPerMillisecond = perMinute / 60_000
  return { take(name) {
    const moment = now()
    const bucket = buckets.get(name) ?? { left: perMinute, at: moment }
    bucket.left = Math.min(perMinute, bucket.left + (moment - bucket.at) * filledPerMillisecond)
    bucket.at = moment
    // Those that were asked for longest ago stand first, and go first: memory has an end, and forgetting costs no more with many names.
    buckets.delete(name)
    const oldest = buckets.keys().next().value
    if (buckets.size >= mostNames && oldest !== undefined) buckets.delete(oldest)
    buckets.set(name, bucket)
    if (bucket.left < 1) return Math.ceil((1 - bucket.left) / filledPerMillisecond / 1000)
    bucket.left -= 1
    return undefined
  } }
}
