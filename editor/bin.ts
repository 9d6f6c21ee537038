import type { NodeJson } from '#content-schema/identity.ts'

/** A section or an element that was taken out of a module. */
export type Binned = {
  node: NodeJson
  /** The section, or the element, it stood in; `null` for a section. */
  sectionId: string | null
  /** Milliseconds since 1970. */
  removedAt: number
}

/** Where removed parts of one module are kept in this browser. */
export type Bin = {
  read: () => Binned[]
  write: (binned: Binned[]) => void
}

const mostKept = 50
const longestKept = 30 * 24 * 60 * 60 * 1000

/** Keeps the last fifty parts for thirty days; without room in the browser, fewer. */
export function localBin(storage: Storage, moduleId: string, now: () => number): Bin {
  const key = `grainotheque.bin.${moduleId}`
  return {
    read() {
      try {
        const kept: Binned[] = JSON.parse(storage.getItem(key) ?? '[]')
        return kept.filter(({ removedAt }) => removedAt > now() - longestKept)
      } catch {
        return []
      }
    },
    write(binned) {
      for (let kept = binned.slice(0, mostKept); ; kept = kept.slice(0, kept.length >> 1)) {
        try {
          return storage.setItem(key, JSON.stringify(kept))
        } catch {
          if (kept.length === 0) return
        }
      }
    },
  }
}
