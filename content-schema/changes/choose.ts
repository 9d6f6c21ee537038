import type { StoredDocument } from '../document.ts'
import type { NodeJson } from '../identity.ts'
import { insertLike } from './merge-order.ts'
import { idOf, sectionsOf } from './outline.ts'

/** Whose version of a section is kept. */
export type Side = 'mine' | 'theirs'

export type Chosen = {
  document: StoredDocument
  /** Sections that were not chosen, each as a document of its own. */
  setAside: StoredDocument[]
}

/**
 * What comes of a choice for each section in conflict; a section without one stays mine.
 *
 * @param mine my document, with what others did where I did nothing
 */
export function choose(
  mine: StoredDocument,
  theirs: StoredDocument,
  conflicts: readonly string[],
  choices: ReadonlyMap<string, Side>,
): Chosen {
  const takeTheirs = conflicts.filter((id) => choices.get(id) === 'theirs')
  const setAside = conflicts.flatMap((id) => {
    const loser = choices.get(id) === 'theirs' ? mine : theirs
    const section = sectionIn(loser, id)
    return section ? [alone(loser, section)] : []
  })
  const document = takeTheirs.reduce((chosen, id) => withTheirs(chosen, id, theirs), mine)
  return { document, setAside }
}

/** One section of a document, `null` when it is not there. */
export function sectionIn(document: StoredDocument, id: string): NodeJson | null {
  return sectionsOf(document).find((section) => idOf(section) === id) ?? null
}

/** A section as a document of its own. */
export function alone({ format, doc }: StoredDocument, section: NodeJson): StoredDocument {
  return { format, doc: { ...doc, content: [section] } }
}

function withTheirs(mine: StoredDocument, id: string, theirs: StoredDocument): StoredDocument {
  const section = sectionIn(theirs, id)
  const sections = new Map(sectionsOf(mine).map((each) => [idOf(each), each]))
  const missing = sections.has(id) || !section ? [] : [id]
  const order = insertLike([...sections.keys()], missing, sectionsOf(theirs).map(idOf))
  if (section) sections.set(id, section)
  else sections.delete(id)
  const content = order.flatMap((each) => sections.get(each) ?? [])
  return { ...mine, doc: { ...mine.doc, content } }
}
