import type { NodeJson } from '#content-schema/identity.ts'

/** Something that somebody kept to start from again, as the menu offers it. */
export type TemplateRow = {
  id: string
  name: string
  kind: 'section' | 'element'
  /** The name of its node in the schema. */
  nodeName: string
  /** Kept by whoever is writing, or offered by somebody of the organisation. */
  mine: boolean
  owner: string
}

/** What the page around the editor knows of templates. It says itself why one is refused. */
export type Templates = {
  /** Those known so far; the first time, they are asked for. */
  known: () => readonly TemplateRow[]
  /** Told when more are known; gives what ends it. */
  listen: (listener: () => void) => () => void
  /** `null` when it cannot be had. */
  read: (id: string) => Promise<NodeJson | null>
  /** Asks under which name a part is to be kept, and for whom. */
  keep: (part: NodeJson) => void
  /** Shows the list in which they are renamed, shared and removed. */
  manage: () => void
}

/** Names of the elements that somebody inserted last, the latest first. */
export type Recents = { read: () => string[]; add: (name: string) => void }

const mostRecent = 5

/** Kept in this browser, for one person. */
export function localRecents(storage: Storage, personId: string): Recents {
  const key = `grainotheque.recents.${personId}`
  const read = (): string[] => {
    try {
      const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]')
      if (!Array.isArray(kept)) return []
      return kept.filter((name) => typeof name === 'string').slice(0, mostRecent)
    } catch {
      return []
    }
  }
  return {
    read,
    add(name) {
      const rest = read().filter((each) => each !== name)
      try {
        storage.setItem(key, JSON.stringify([name, ...rest].slice(0, mostRecent)))
      } catch {
        // Without room in the browser the menu is as it was.
      }
    },
  }
}
