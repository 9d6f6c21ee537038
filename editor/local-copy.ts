import type { DraftRequest } from './server-draft.ts'

/** Work that the server had not acknowledged when it was copied in this browser: what would be sent. */
export type LocalCopy = DraftRequest & {
  /** Milliseconds since 1970. */
  keptAt: number
}

/** A copy left by a tab that is gone. */
export type LeftCopy = LocalCopy & { discard: () => void }

export type LocalCopies = {
  /** `false` when the browser would not take it: no room, or storage refused. */
  keep: (copy: LocalCopy) => boolean
  /** Drops this tab's copy: the server has it. */
  forget: () => void
  /** What tabs that are gone left, the oldest first. */
  left: () => LeftCopy[]
}

const longestKept = 30 * 24 * 60 * 60 * 1000

/**
 * Copies of one module's unsaved work. Each tab writes its own, so that two tabs never take each
 * other's; those of tabs that still live are theirs to save.
 *
 * A copy holds the sections that changed, not the module: of a 2 000-node module, some 700 kB in
 * all, even ten such copies of everything find room in the five million characters of a browser.
 *
 * @param alive ids of the other tabs that are open
 */
export function localCopies(options: {
  storage: Storage
  moduleId: string
  tab: string
  alive?: ReadonlySet<string>
  now?: () => number
}): LocalCopies {
  const { storage, moduleId, tab, alive = new Set(), now = Date.now } = options
  const prefix = `grainotheque.change.${moduleId}.`
  const own = prefix + tab
  const remove = (key: string) => void attempt(() => storage.removeItem(key))
  return {
    keep: (copy) => attempt(() => storage.setItem(own, JSON.stringify(copy))),
    forget: () => remove(own),
    left() {
      const found = keysOf(storage, prefix)
        .filter((key) => key !== own && !alive.has(key.slice(prefix.length)))
        .map((key) => ({ key, copy: read(storage, key) }))
      const useful = found.flatMap(({ key, copy }) => {
        if (copy && copy.keptAt >= now() - longestKept) return [{ key, copy }]
        remove(key)
        return []
      })
      return useful
        .sort((a, b) => a.copy.keptAt - b.copy.keptAt)
        .map(({ key, copy }) => ({ ...copy, discard: () => remove(key) }))
    },
  }
}

function keysOf(storage: Storage, prefix: string): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
    (key) => key.startsWith(prefix),
  )
}

function read(storage: Storage, key: string): LocalCopy | null {
  try {
    const copy = JSON.parse(storage.getItem(key) ?? 'null') as LocalCopy | null
    const whole =
      Number.isFinite(copy?.keptAt) &&
      Array.isArray(copy?.base) &&
      typeof copy?.change?.doc === 'object'
    return whole ? copy : null
  } catch {
    return null
  }
}

function attempt(act: () => void): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}
