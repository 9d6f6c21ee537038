import { canonicalJson } from '#content-schema/canonical-json.ts'
import type { StoredDocument } from '#content-schema/document.ts'

/** Work that the server had not acknowledged when it was copied in this browser. */
export type LocalCopy = {
  document: StoredDocument
  /** The server's version it was made from. */
  baseVersion: number
  /** Milliseconds since 1970. */
  keptAt: number
}

/** A copy left by a tab that is gone; `diverged` when the server has moved on since. */
export type OfferedCopy = LocalCopy & { diverged: boolean; discard: () => void }

export type LocalCopies = {
  /** `false` when the browser would not take it: no room, or storage refused. */
  keep: (copy: LocalCopy) => boolean
  /** Drops this tab's copy: the server has it. */
  forget: () => void
  /** The newest copy that says something else than the server does, `null` when there is none. */
  offer: (server: { version: number; document: StoredDocument }) => OfferedCopy | null
}

const longestKept = 30 * 24 * 60 * 60 * 1000

/**
 * Copies of one module's unsaved work. Each tab writes its own, so that two tabs never take each
 * other's; those of tabs that still live are theirs to save.
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
  const prefix = `grainotheque.draft.${moduleId}.`
  const own = prefix + tab
  return {
    keep: (copy) => attempt(() => storage.setItem(own, JSON.stringify(copy))),
    forget: () => void attempt(() => storage.removeItem(own)),
    offer({ version, document }) {
      const served = canonicalJson(document)
      const found = keysOf(storage, prefix)
        .filter((key) => !alive.has(key.slice(prefix.length)))
        .map((key) => ({ key, copy: read(storage, key) }))
      for (const { key, copy } of found) {
        const useless =
          !copy || copy.keptAt < now() - longestKept || canonicalJson(copy.document) === served
        if (useless) attempt(() => storage.removeItem(key))
      }
      const [newest] = found
        .filter(({ copy }) => copy && canonicalJson(copy.document) !== served)
        .sort((a, b) => (b.copy?.keptAt ?? 0) - (a.copy?.keptAt ?? 0))
      if (!newest?.copy || newest.copy.keptAt < now() - longestKept) return null
      const discard = () => void attempt(() => storage.removeItem(newest.key))
      return { ...newest.copy, diverged: newest.copy.baseVersion !== version, discard }
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
    const whole = Number.isFinite(copy?.keptAt) && typeof copy?.document?.doc === 'object'
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
