import type { Store } from './store.ts'

export type Destination = {
  /** Of the LRS, without `/statements`. */
  endpoint: string
  /** The whole value of the `Authorization` header. */
  auth: string
}

export type OutboxParts = {
  destination: Destination
  store: Store
  /** Keeps the statements of packages and destinations apart in one store. */
  name: string
  fetch: typeof globalThis.fetch
}

export type Outbox = ReturnType<typeof createOutbox>

/** Of one request: a browser lets at most 64 kB outlive its page. */
const batch = { statements: 50, bytes: 60_000 }
/** Older ones go first: an LRS that never answers must not fill the browser. */
const mostKept = 1000

/**
 * Keeps statements until the LRS has taken them. Each has its own place in the store, so that two
 * tabs never overwrite each other, and keeps its id, so that sending it twice is harmless.
 */
export function createOutbox({ destination, store, name, fetch }: OutboxParts) {
  const prefix = `grainotheque.outbox.${name}.`
  let busy = false

  function waiting(): string[] {
    return store
      .keys()
      .filter((key) => key.startsWith(prefix))
      .sort()
  }

  function nextBatch(most = batch.statements): string[] {
    const keys: string[] = []
    let bytes = 2
    for (const key of waiting()) {
      bytes += byteLength(store.getItem(key) ?? '') + 1
      if (keys.length === most || (bytes > batch.bytes && keys.length > 0)) break
      keys.push(key)
    }
    return keys
  }

  function drop(keys: string[]): void {
    for (const key of keys) store.removeItem(key)
  }

  async function post(keys: string[], keepalive: boolean): Promise<number> {
    const statements = keys.map((key) => store.getItem(key)).filter(Boolean)
    try {
      const response = await fetch(`${destination.endpoint.replace(/\/$/, '')}/statements`, {
        method: 'POST',
        keepalive,
        credentials: 'omit',
        headers: {
          Authorization: destination.auth,
          'Content-Type': 'application/json',
          'X-Experience-API-Version': '1.0.3',
        },
        body: `[${statements.join(',')}]`,
      })
      return response.status
    } catch {
      return 0
    }
  }

  /** A refused batch is sent again one by one: only what is refused alone is given up. */
  async function settle(keys: string[], status: number): Promise<boolean> {
    if (status >= 200 && status < 300) {
      drop(keys)
      return true
    }
    if (!isRefusal(status)) return false
    if (keys.length === 1) {
      drop(keys)
      return true
    }
    for (const key of keys) {
      if (!(await settle([key], await post([key], false)))) return false
    }
    return true
  }

  return {
    add(statement: { id: string }): void {
      const full = waiting()
      if (full.length >= mostKept) drop(full.slice(0, full.length - mostKept + 1))
      try {
        store.setItem(prefix + statement.id, JSON.stringify(statement))
      } catch {
        // The browser's store is full: this statement is lost, learning is not.
      }
    },

    /** Sends all that waits, batch after batch, until the LRS does not answer. */
    async send(): Promise<void> {
      if (busy) return
      busy = true
      try {
        for (let keys = nextBatch(); keys.length > 0; keys = nextBatch()) {
          if (!(await settle(keys, await post(keys, false)))) break
        }
      } finally {
        busy = false
      }
    },

    /** Sends the first batch in a request that goes on when the page is gone. */
    flush(): void {
      const keys = nextBatch()
      if (keys.length === 0) return
      void post(keys, true).then((status) => {
        if (status >= 200 && status < 300) drop(keys)
      })
    },

    waiting: (): number => waiting().length,
  }
}

/** The statement itself is refused: sending it again would change nothing. */
function isRefusal(status: number): boolean {
  return [400, 403, 409, 413, 422].includes(status)
}

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
