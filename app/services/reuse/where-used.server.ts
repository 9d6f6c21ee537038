import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Bank } from '#app/db/client.server.ts'
import {
  drafts,
  editions,
  modules,
  organisations,
  revisions,
  revisionUses,
  uses,
} from '#app/db/schema/bank/index.ts'
import { readDeployments } from '#app/services/deployments/read-deployments.server.ts'
import {
  findDraft,
  findRevision,
  type ModuleKey,
  type Reader,
  type Revision,
} from '#app/services/modules/find-module.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { findNode } from '#content-schema/elements.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { type Reference, referencesOf } from '#content-schema/reuse/reference.ts'
import { reachedFrom } from './content-digest.server.ts'

/** A module of one's own organisation that reuses another, directly or by one that it reuses. */
export type User = {
  moduleId: string
  title: string
  /** Title of the module it comes by; `null` where it is reused directly. */
  through: string | null
  follows: boolean
  /** Its latest edition that shows it, and which edition it shows there; `null` before the first. */
  published: { edition: string; shows: string } | null
}

/** A package that was handed out and shows it. */
export type LivePackage = {
  packageId: string
  moduleId: string
  title: string
  edition: string
  recipient: string
  lms: string
}

export type WhereUsed = {
  users: User[]
  /** Modules of other organisations, by the name of each: whose they are, not which. */
  elsewhere: { organisation: string; count: number }[]
  packages: LivePackage[]
}

/** Where a module is reused, on all ways, down to the packages that went out. */
export function whereUsed(bank: Bank, { now, ...key }: ModuleKey & { now: Date }): WhereUsed {
  const { moduleId } = findDraft(bank, key)
  const all = usersOf(bank, moduleId)
  const own = all.filter(({ organisationId }) => organisationId === key.organisationId)
  const shown = publishedWith(bank, moduleId)
  const others = all.filter(({ organisationId }) => organisationId !== key.organisationId)
  const names = new Set(others.map(({ organisation }) => organisation))
  const ids = new Set([moduleId, ...own.map((user) => user.moduleId)])
  return {
    users: own.map(({ moduleId: userId, title, through, follows }) => ({
      ...{ moduleId: userId, title, through, follows },
      published: shown.get(userId) ?? null,
    })),
    elsewhere: [...names].sort().map((organisation) => ({
      organisation,
      count: others.filter((each) => each.organisation === organisation).length,
    })),
    packages: readDeployments(bank, { ...key, now }, (row) => ids.has(row.moduleId))
      .filter(({ retired, replaced }) => !retired && !replaced)
      .map(({ packageId, moduleId: id, title, edition, recipient, lms }) => ({
        ...{ packageId, moduleId: id, title, edition, recipient, lms },
      })),
  }
}

type Found = Omit<User, 'published'> & { organisationId: string; organisation: string }

/** Each module once, by the shortest way. */
function usersOf(db: Reader, moduleId: string): Found[] {
  const found = new Map<string, Found>()
  let step: { id: string; title: string | null }[] = [{ id: moduleId, title: null }]
  while (step.length > 0) {
    const next = step.flatMap(({ id, title }) => directUsers(db, id, title))
    step = []
    for (const user of next) {
      if (found.has(user.moduleId) || user.moduleId === moduleId) continue
      found.set(user.moduleId, user)
      step.push({ id: user.moduleId, title: user.title })
    }
  }
  return [...found.values()]
}

function directUsers(db: Reader, usedModuleId: string, through: string | null): Found[] {
  return db
    .select({
      ...{ moduleId: uses.moduleId, follows: uses.follows, facts: drafts.facts },
      ...{ organisationId: modules.organisationId, organisation: organisations.name },
    })
    .from(uses)
    .innerJoin(modules, eq(modules.id, uses.moduleId))
    .innerJoin(drafts, eq(drafts.moduleId, uses.moduleId))
    .innerJoin(organisations, eq(organisations.id, modules.organisationId))
    .where(eq(uses.usedModuleId, usedModuleId))
    .all()
    .map(({ facts, ...user }) => ({ ...user, title: facts.title, through }))
}

/** The latest edition of each module that shows an edition of this one itself, by the module's id. */
function publishedWith(
  db: Reader,
  usedModuleId: string,
): Map<string, User['published'] & object> {
  const shownEditions = alias(editions, 'shown_editions')
  const rows = db
    .select({ edition: editions, shows: shownEditions })
    .from(revisions)
    .innerJoin(shownEditions, eq(shownEditions.revisionId, revisions.id))
    .innerJoin(revisionUses, eq(revisionUses.usedRevisionId, revisions.id))
    .innerJoin(editions, eq(editions.revisionId, revisionUses.revisionId))
    .where(eq(revisions.moduleId, usedModuleId))
    .orderBy(asc(editions.publishedAt))
    .all()
  const number = ({ major, minor }: { major: number; minor: number }) => `${major}.${minor}`
  return new Map(
    rows.map(({ edition, shows }) => [
      edition.moduleId,
      { edition: number(edition), shows: number(shows) },
    ]),
  )
}

/** What a module reuses, as its draft says it. */
export type Used = Pick<Reference, 'id' | 'moduleId' | 'follows' | 'edition'> & {
  title: string
  /** The first words of the element that is taken; `null` where it is the module, or what is drawn from it. */
  words: string | null
  drawn: boolean
  /** Whether it can be reached, and is still offered. */
  state: 'there' | 'withdrawn' | 'unreachable'
}

/** What the draft of a module reuses, in order. Throws as `findDraft` does. */
export function usesOf(db: Reader, key: ModuleKey): Used[] {
  const { document } = findDraft(db, key)
  return referencesOf(document.doc).map((reference) => {
    const { id, moduleId, follows, edition } = reference
    const found = reachedFrom(db, reference, key.organisationId)
    const state =
      typeof found === 'string'
        ? 'unreachable'
        : found.withdrawn === null
          ? 'there'
          : 'withdrawn'
    const revision = typeof found === 'string' ? null : findRevision(db, found.revisionId)
    const title = revision?.facts.title ?? ''
    const drawn = reference.type === 'questionDraw'
    return {
      ...{ id, moduleId, follows, title, state, drawn },
      words: revision && wordsOf(revision, reference),
      edition: typeof found === 'string' ? edition : found.edition,
    }
  })
}

function wordsOf({ document }: Revision, { nodeId }: Reference): string | null {
  const node = nodeId === null ? null : findNode(readDocument(document), nodeId)
  return node && excerpt(node, 60)
}
