import { desc, eq } from 'drizzle-orm'
import type { Node } from 'prosemirror-model'
import type { Bank } from '#app/db/client.server.ts'
import { editions, people, revisions } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import {
  compareDocuments,
  compareFacts,
  type Difference,
  type FactDifference,
} from '#content-schema/comparison/compare.ts'
import { comparePages, type PageDifference } from '#content-schema/comparison/pages.ts'
import { restored } from '#content-schema/comparison/restored.ts'
import { readDocument } from '#content-schema/document.ts'
import { sectionsOf } from '#content-schema/elements.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { type Draft, findRevision, type ModuleKey, type Reader } from './find-module.server.ts'
import { freezeRevision } from './freeze-revision.server.ts'
import { findHeld, type Held } from './hands.server.ts'
import { type DraftChange, saveDraft } from './save-draft.server.ts'

/** What a state is called in an address: the draft, or the number of a revision. */
export type StateName = 'draft' | `${number}`

/** A state of a module that can be read, compared and restored. */
export type KeptState = {
  name: StateName
  /** Who made it last, and when: milliseconds since 1970, UTC. */
  by: string
  at: number
  /** `major.minor`; `null` where it was not published. */
  edition: string | null
  note: string
}

/** The draft, then the revisions, the latest first. */
export function listStates(db: Reader, key: ModuleKey): KeptState[] {
  const { draft } = findHeld(db, key)
  const name = (personId: string) =>
    db.select().from(people).where(eq(people.id, personId)).get()?.name ?? ''
  const frozen = db
    .select({ revision: revisions, edition: editions })
    .from(revisions)
    .leftJoin(editions, eq(editions.revisionId, revisions.id))
    .where(eq(revisions.moduleId, draft.moduleId))
    .orderBy(desc(revisions.number))
    .all()
  return [
    { name: 'draft', by: name(draft.savedBy), at: draft.savedAt, edition: null, note: '' },
    ...frozen.map(({ revision, edition }) => ({
      ...{ name: `${revision.number}` as const, by: name(revision.frozenBy) },
      at: revision.frozenAt,
      edition: edition && `${edition.major}.${edition.minor}`,
      note: edition?.note ?? '',
    })),
  ]
}

export type Comparison = {
  facts: FactDifference[]
  pages: PageDifference[]
  elements: Difference[]
}

/** @throws UserError `revision.not-found` (404) */
export function compareStates(
  db: Reader,
  { before, after, ...key }: ModuleKey & { before: StateName; after: StateName },
): Comparison {
  const held = findHeld(db, key)
  return compareContents(db, stateOf(db, held, before), stateOf(db, held, after))
}

/** What became of what one state shows, up to another. */
export function compareContents(db: Reader, before: Content, after: Content): Comparison {
  const [old, now] = [before, after].map((content) => resolved(db, content).doc)
  return {
    facts: compareFacts(before.facts, after.facts),
    pages: comparePages(old!, now!),
    elements: compareDocuments(old!, now!),
  }
}

/** What of a state can be brought back by itself. */
export type StatePart = {
  pageId: string
  page: string
  elements: { nodeId: string; text: string }[]
}

/** The pages of a state as they were written, with their elements. */
export function partsOf(
  db: Reader,
  { name, ...key }: ModuleKey & { name: StateName },
): StatePart[] {
  const { document } = stateOf(db, findHeld(db, key), name)
  return sectionsOf(readDocument(document)).map((page) => ({
    pageId: String(page.attrs.id),
    page: page.firstChild?.textContent ?? '',
    elements: page.children.slice(1).map((element) => ({
      nodeId: String(element.attrs.id),
      text: excerpt(element as Node, 70),
    })),
  }))
}

export type Restoring = ModuleKey & {
  /** The state that it is taken from. */
  from: StateName
  /** One element or one page by its id; `null` for the whole module. */
  nodeId: string | null
  personId: string
  now: Date
}

/**
 * Puts an earlier state back into the draft: whole, one page or one element. The draft as it was is
 * frozen first, so that nothing is lost.
 *
 * @throws UserError `revision.not-found`, `history.nothing-there` (404), and as `saveDraft` does
 */
export function restore(bank: Bank, restoring: Restoring): void {
  const { from, nodeId, personId, organisationId, now } = restoring
  bank.transaction(
    (tx) => {
      const held = findHeld(tx, restoring)
      const source = stateOf(tx, held, from)
      const change = changeFrom(held, source, nodeId)
      freezeRevision(tx, held.draft, { personId, now })
      saveDraft(tx, { ...restoring, baseVersion: null, change })
      recordEvent(tx, {
        ...{ at: now.getTime(), organisationId, personId, object: held.moduleId },
        action: 'module.restored',
        details: { from, nodeId },
      })
    },
    { behavior: 'immediate' },
  )
}

function changeFrom(held: Held, source: Content, nodeId: string | null): DraftChange {
  const { draft, as } = held
  if (nodeId !== null) {
    const doc = restored(draft.document.doc, source.document.doc, nodeId)
    if (!doc) throw new UserError('history.nothing-there', {}, 404)
    return { document: { ...draft.document, doc } }
  }
  const { document, facts, alignments } = source
  // What names the module and what its owner answers for stays with its owner.
  if (as !== 'owner') return { document }
  return { document, facts: { ...facts, code: draft.facts.code }, alignments }
}

type Content = Pick<Draft, 'moduleId' | 'facts' | 'alignments' | 'document'>

function stateOf(db: Reader, { draft }: Held, name: StateName): Content {
  if (name === 'draft') return draft
  const found = db
    .select({ id: revisions.id, number: revisions.number })
    .from(revisions)
    .where(eq(revisions.moduleId, draft.moduleId))
    .all()
    .find(({ number }) => `${number}` === name)
  if (!found) throw new UserError('revision.not-found', {}, 404)
  return findRevision(db, found.id)
}
