import type { Bank } from '#app/db/client.server.ts'
import { readTrail } from './read-trail.server.ts'
import { sealOf } from './record-event.server.ts'

export type Trail = {
  entries: number
  /** Sequence of the first entry whose seal does not match; `null` when the whole chain holds. */
  firstBroken: number | null
  /** SHA-256; empty while there is no entry. */
  lastSeal: string
  /** Whether an entry has the seal that was asked for; `null` when none was. */
  knowsSeal: boolean | null
}

/** Reads the whole trail, entry by entry, whatever its length. */
export function verifyTrail(bank: Pick<Bank, 'select'>, seal: string | null): Trail {
  const found: Trail = {
    ...{ entries: 0, firstBroken: null, lastSeal: '' },
    knowsSeal: seal === null ? null : false,
  }
  for (const { sequence, seal: own, previousSeal, ...event } of readTrail(bank, null)) {
    const holds = previousSeal === found.lastSeal && own === sealOf(previousSeal, event)
    if (!holds) return { ...found, firstBroken: sequence }
    found.entries += 1
    found.lastSeal = own
    if (own === seal) found.knowsSeal = true
  }
  return found
}
