import type { Bank } from '#app/db/client.server.ts'
import { indexSome } from '#app/services/search/reindex.server.ts'

const hour = 3_600_000

/**
 * Brings the search up to date: modules of before it, or of an older program, and each hour those
 * whose freshness changed with the day. A few at a time, so that nobody waits.
 *
 * @returns a function that stops it
 */
export function startIndexing({ bank }: { bank: Bank }): () => void {
  let next = setTimeout(step, 0)
  return () => clearTimeout(next)

  function step(): void {
    next = setTimeout(step, restAfter()).unref()
  }

  function restAfter(): number {
    try {
      return indexSome(bank, new Date()) > 0 ? 20 : hour
    } catch (error) {
      console.error('modules cannot be indexed', error)
      return hour
    }
  }
}
