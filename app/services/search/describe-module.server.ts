import { desc, eq } from 'drizzle-orm'
import {
  drafts,
  editions,
  modules,
  packages,
  type searchRecords,
} from '#app/db/schema/bank/index.ts'
import { countingGuarantees } from '#app/services/guarantees/guarantee-rows.server.ts'
import {
  guaranteeChange,
  guaranteeState,
} from '#app/services/guarantees/read-guarantees.server.ts'
import {
  type Draft,
  findRevision,
  latestEdition,
  type Reader,
} from '#app/services/modules/find-module.server.ts'
import { readState } from '#app/services/modules/list-modules.server.ts'
import { withdrawalOf } from '#app/services/modules/withdrawal.server.ts'
import type { Content as ShownContent } from '#app/services/reuse/content-digest.server.ts'
import { resolvedDocument } from '#app/services/reuse/resolved.server.ts'
import { audienceOf, readSharing } from '#app/services/sharing/read-sharing.server.ts'
import { licence } from '#content-schema/licences/catalogue.ts'
import { documentText } from './document-text.ts'
import { durationOf, type FacetValue, type Freshness, freshnesses } from './facets.ts'
import { scopeOf, sharedScopeOf } from './visible-modules.server.ts'
import { fold } from './words.ts'

/** Grows when what is written below, or its words, are made in another way. */
export const indexFormat = 1

export type ModuleDescription = ReturnType<typeof descriptionOf>

/** All that its own organisation's search is to know of a module, read from what stands in the bank. */
export function describeModule(db: Reader, draft: Draft, now: Date): ModuleDescription {
  const { organisationId } = findOwner(db, draft.moduleId)
  const { state, edition } = readState(db, draft)
  const whose = {
    describes: 'draft',
    scope: scopeOf({ organisationId }),
    organisationId,
  } as const
  const described = descriptionOf(db, draft, { ...whose, state, edition }, now)
  const { values } = described
  values.push(['use', isUsed(db, draft.moduleId) ? 'used' : 'unused'])
  return described
}

/** The same for all others, of its latest edition; `null` where none is offered them. */
export function describeShared(
  db: Reader,
  moduleId: string,
  now: Date,
): ModuleDescription | null {
  if (withdrawalOf(db, moduleId)) return null
  const audience = audienceOf(readSharing(db, moduleId))
  const last = audience && latestEdition(db, moduleId)
  if (!last) return null
  const owner = findOwner(db, moduleId)
  const shown = {
    describes: 'edition',
    scope: sharedScopeOf(owner, audience),
    organisationId: owner.organisationId,
    state: 'published',
    edition: `${last.major}.${last.minor}`,
  } as const
  const content = { ...findRevision(db, last.revisionId), savedAt: last.publishedAt }
  return descriptionOf(db, content, shown, now)
}

type Content = ShownContent & Pick<Draft, 'savedAt'>

type Shown = Pick<
  typeof searchRecords.$inferSelect,
  'describes' | 'scope' | 'state' | 'edition'
> & { organisationId: string }

function descriptionOf(db: Reader, content: Content, shown: Shown, now: Date) {
  const { moduleId, facts, alignments } = content
  const { organisationId, ...record } = shown
  const module = findOwner(db, moduleId)
  const { body, elements } = documentText(resolvedDocument(db, content))
  const { freshness, staleOn, guarantors } = guarding(db, moduleId, now)
  const values: FacetValue[] = [
    ['state', shown.state],
    ...alignments.flatMap(({ competencyId, frameworkCode, competencyBlockCode, role }) => [
      ['competency', competencyId] as const,
      ['block', `${frameworkCode} ${competencyBlockCode}`] as const,
      ['role', role] as const,
    ]),
    ...elements.map((name) => ['element', name] as const),
    ['modality', facts.modality],
    ['level', facts.level],
    ['duration', durationOf(facts.minutes)],
    ['language', facts.language],
    ...licenceValues(facts.licence),
    ['freshness', freshness],
    ...guarantors.map((id) => ['guarantor', id] as const),
    ['organisation', organisationId],
  ]
  return {
    language: facts.language,
    values,
    record: {
      ...record,
      moduleId,
      format: indexFormat,
      titleKey: fold(facts.title),
      minutes: facts.minutes,
      createdAt: module.createdAt,
      savedAt: content.savedAt,
      publishedAt: lastPublished(db, moduleId),
      staleOn,
    },
    texts: {
      code: module.code,
      title: facts.title,
      objective: facts.objective,
      summary: facts.summary,
      keywords: facts.keywords.join(', '),
      competencies: competencyWords(content),
      body,
    },
  }
}

function findOwner(db: Reader, moduleId: string) {
  return db.select().from(modules).where(eq(modules.id, moduleId)).get()!
}

export function readDraft(db: Reader, moduleId: string): Draft {
  return db.select().from(drafts).where(eq(drafts.moduleId, moduleId)).get()!
}

function competencyWords({ alignments }: Content): string {
  const lines = alignments.map(({ label, frameworkCode, competencyBlockCode }) =>
    [label, frameworkCode, competencyBlockCode].join(' '),
  )
  return [...new Set(lines)].join('\n')
}

/** Which licence, and what it lets others do. */
function licenceValues(id: string): FacetValue[] {
  const permits = licence(id)?.permits
  const allowed = (['share', 'adapt', 'commercial'] as const).filter((each) => permits?.[each])
  return [['licence', id], ...allowed.map((each) => ['allows', each] as const)]
}

/** The last guarantee of each aspect that was accepted counts, and the worst of them tells. */
function guarding(db: Reader, moduleId: string, now: Date) {
  const last = countingGuarantees(db, { moduleId })
  const states = last.map((row) => guaranteeState(row.endsOn, now))
  const changes = last.flatMap((row) => guaranteeChange(row.endsOn, now) ?? [])
  return {
    freshness: states.reduce(worse, 'missing' as Freshness),
    staleOn: changes.sort()[0] ?? null,
    guarantors: [...new Set(last.map((row) => row.personId))].sort(),
  }
}

function worse(one: Freshness, other: Freshness): Freshness {
  if (one === 'missing') return other
  return freshnesses.indexOf(other) > freshnesses.indexOf(one) ? other : one
}

/** Used: somebody made a package of it. */
function isUsed(db: Reader, moduleId: string): boolean {
  const found = db
    .select({ id: packages.id })
    .from(packages)
    .innerJoin(editions, eq(editions.id, packages.editionId))
    .where(eq(editions.moduleId, moduleId))
    .limit(1)
    .get()
  return found !== undefined
}

function lastPublished(db: Reader, moduleId: string): number | null {
  const last = db
    .select({ at: editions.publishedAt })
    .from(editions)
    .where(eq(editions.moduleId, moduleId))
    .orderBy(desc(editions.publishedAt))
    .limit(1)
    .get()
  return last?.at ?? null
}
