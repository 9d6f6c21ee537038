/** How many requests may come at once, and how many a minute afterwards. */
const burst = 60
const aMinute = 120
/** More callers than this are not remembered: whoever has been quiet is as good as new. */
const mostCallers = 10_000

type Bucket = { left: number; at: number }

/**
 * Counts what each caller asks for; in this process, since there is one server.
 *
 * @returns a function that takes a request into account, and gives the seconds to wait: 0 for none
 */
export function rateLimit(): (caller: string, cost: number, now: number) => number {
  const buckets = new Map<string, Bucket>()
  return (caller, cost, now) => {
    const { left, at } = buckets.get(caller) ?? { left: burst, at: now }
    const filled = Math.min(burst, left + ((now - at) / 60_000) * aMinute)
    const enough = filled >= cost
    if (buckets.size >= mostCallers) buckets.clear()
    buckets.set(caller, { left: enough ? filled - cost : filled, at: now })
    return enough ? 0 : Math.ceil(((cost - filled) / aMinute) * 60)
  }
}
