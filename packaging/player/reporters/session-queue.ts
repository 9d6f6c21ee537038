import { byteLength } from '../traces/outbox.ts'

/** Bytes of one request: a browser lets at most 64 kB outlive its page. */
export const mostBytes = 60_000

/**
 * Sends statements in their order, several at once, until the LRS has taken them. What waits when
 * the session ends is sent then or never: nobody may speak in its name later.
 *
 * @param post gives the status of the answer, 0 when there was none
 */
export function createSessionQueue(post: (body: string) => Promise<number>) {
  let waiting: string[] = []
  let busy = false

  function take(): string[] {
    let bytes = 0
    const more = waiting.findIndex((text) => {
      bytes += byteLength(text) + 1
      return bytes > mostBytes
    })
    return waiting.splice(0, more === -1 ? waiting.length : Math.max(1, more))
  }

  /** A refused batch is sent again one by one: only what is refused alone is given up. */
  async function settle(batch: string[]): Promise<boolean> {
    const status = await post(`[${batch}]`)
    if (status >= 200 && status < 300) return true
    if (![400, 403, 409, 413, 422].includes(status)) return false
    for (const one of batch.length > 1 ? batch : []) {
      if (!(await settle([one]))) return false
    }
    return true
  }

  async function send(): Promise<void> {
    if (busy) return
    busy = true
    while (waiting.length > 0) {
      const batch = take()
      if (await settle(batch)) continue
      waiting = [...batch, ...waiting]
      break
    }
    busy = false
  }

  return {
    add(statement: object): void {
      waiting.push(JSON.stringify(statement))
    },
    send,
    /** All that is not under way, at once; whether all of that was settled. */
    async end(): Promise<boolean> {
      const sent: Promise<boolean>[] = []
      while (waiting.length > 0) sent.push(settle(take()))
      return (await Promise.all(sent)).every((settled) => settled)
    },
  }
}
