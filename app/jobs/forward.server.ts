import { randomUUID } from 'node:crypto'
import type { Instance } from '#app/db/instance.server.ts'
import { dueTargets, forwardTarget } from '#app/services/forwarding/forward-target.server.ts'

/**
 * Passes statements on to the LRSs that organisations named, one after the other, in this process;
 * each target remembers how far it is, so what a crash interrupted goes on at the next start.
 *
 * @returns a function that stops looking and resolves when the request in hand is given up
 */
export function startForwarding(here: Instance, everyMs = 5000): () => Promise<void> {
  const holder = randomUUID()
  const stopping = new AbortController()
  const { signal } = stopping
  let working: Promise<void> | null = null
  const timer = setInterval(() => {
    working ??= forwardAll().finally(() => {
      working = null
    })
  }, everyMs)
  return async () => {
    clearInterval(timer)
    stopping.abort()
    await working
  }

  async function forwardAll(): Promise<void> {
    for (const id of dueTargets(here, new Date())) {
      if (signal.aborted) return
      const options = { holder, signal, now: () => new Date(), stopping: () => signal.aborted }
      await forwardTarget(here, id, options).catch((error) =>
        console.error(`statements cannot be passed on to ${id}`, error),
      )
    }
  }
}
