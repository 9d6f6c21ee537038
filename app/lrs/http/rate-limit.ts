import { Refusal } from './refusal.ts'

/** Requests at once, and a second afterwards. */
export type Rate = { burst: number; perSecond: number }

/** A class that begins together passes, a flood does not. */
export const packageRate: Rate = { burst: 200, perSecond: 20 }
/** Who is remembered; whoever is forgotten begins with a full bucket. */
const most = 10_000

type Bucket = { left: number; at: number }

/**
 * Holds back whoever asks too often: a bucket of requests that fills up again. In the memory of this
 * process only.
 *
 * @returns what is asked before each request; throws Refusal 429
 */
export function rateLimit({ burst, perSecond }: Rate, now: () => Date): (who: string) => void {
  const buckets = new Map<string, Bucket>()
  return (who) => {
    const at = now().getTime()
    const before = buckets.get(who) ?? { left: burst, at }
    const filled = (Math.max(0, at - before.at) / 1000) * perSecond
    const left = Math.min(burst, before.left + filled)
    buckets.delete(who)
    if (buckets.size >= most) buckets.delete(buckets.keys().next().value!)
    buckets.set(who, { left: left < 1 ? left : left - 1, at })
    if (left < 1) throw new Refusal(429, 'request.too-many', 'too many requests: wait a second')
  }
}
