import { and, eq } from 'drizzle-orm'
import type { Instance } from '#app/db/instance.server.ts'
import { modules, trials } from '#app/db/schema/bank/index.ts'
import {
  findRevision,
  listEditions,
  type Reader,
} from '#app/services/modules/find-module.server.ts'
import { findHeld, inHandsOf } from '#app/services/modules/hands.server.ts'
import type { Content } from '#app/services/reuse/content-digest.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import { publicEdition, reachableEdition } from '#app/services/sharing/visibility.server.ts'
import type { EditionNumber } from '#content-schema/statements/activities.ts'
import { type OwnIri, readOwnIri } from '#content-schema/statements/own-iris.ts'
import { activityTypes, moreActivityTypes } from '#content-schema/statements/vocabulary.ts'
import { type FoundPart, findPart } from './find-part.ts'

/** As an LRS gives it. @see xAPI 1.0.3, Data 2.4.4.1 */
export type ActivityDefinition = {
  type?: string
  name: Record<string, string>
  description?: Record<string, string>
  [property: string]: unknown
}

export type DescribedActivity = {
  kind: OwnIri['kind']
  /** Of the very thing: a question's words, a section's title. */
  title: string
  /** Of the module it is of. */
  moduleTitle: string
  /** The edition that has it last; `null` where only the draft has it. */
  edition: string | null
  /** Whether the latest edition still has it, unchanged. */
  isCurrent: boolean
  definition: ActivityDefinition
  /** Where whoever asks reads more. */
  to: string
}

type Asked = { iri: string; organisationId: string | null }

/** A module as whoever asks may know it: its contents, the newest first. */
type Known = {
  moduleId: string
  isOwn: boolean
  to: string
  /** Those of editions first. */
  contents: { content: () => Content; edition: EditionNumber | null }[]
  editions: EditionNumber[]
}

/** Editions that are searched: what was removed before them is no longer named by many. */
const mostSearched = 20

/**
 * What an IRI of ours stands for, to a member of an organisation or to anybody.
 *
 * @returns `null` where there is nothing, or nothing that they may see
 */
export function describeActivity(
  { bank, iriBase }: Pick<Instance, 'bank' | 'iriBase'>,
  { iri, organisationId }: Asked,
): DescribedActivity | null {
  const named = readOwnIri(iriBase, iri)
  if (!named) return null
  if (named.kind === 'trial')
    return organisationId ? describeTrial(bank, named.trialId, organisationId) : null
  const known = knownModule(bank, named.moduleId, organisationId)
  return known && describePart(bank, named, known)
}

function describePart(
  bank: Reader,
  named: Exclude<OwnIri, { kind: 'trial' }>,
  known: Known,
): DescribedActivity | null {
  const { kind } = named
  const [newest] = known.contents
  if (!newest) return null
  const { facts, alignments } = newest.content()
  const module = { kind, moduleTitle: facts.title, to: known.to }
  const language = facts.language
  const whole = (type: string, edition: EditionNumber | null): DescribedActivity => ({
    ...{ ...module, title: facts.title, edition: edition && numberOf(edition) },
    isCurrent: edition === null || numberOf(edition) === numberOf(newest.edition ?? edition),
    definition: {
      ...{ type, name: { [language]: facts.title } },
      ...(facts.objective && { description: { [language]: facts.objective } }),
    },
  })
  if (kind === 'edition') {
    const found = known.editions.find((each) => numberOf(each) === numberOf(named.edition))
    return found ? whole(activityTypes.module, found) : null
  }
  if (kind === 'line' || kind === 'course') {
    const found = known.editions.find(({ major }) => major === named.major)
    const type = kind === 'line' ? activityTypes.module : courseType
    return found ? whole(type, found) : null
  }
  const number = newest.edition && numberOf(newest.edition)
  if (kind === 'objective') {
    const title =
      named.name === 'objective'
        ? facts.objective
        : alignments.find(({ competencyId }) => competencyId === named.name)?.label
    if (!title) return null
    const definition = { type: moreActivityTypes.competency, name: { [language]: title } }
    return { ...module, title, edition: number, isCurrent: true, definition }
  }
  for (const [index, { content, edition }] of known.contents.entries()) {
    const part = findPart(resolved(bank, content()).doc, named, language)
    if (!part) continue
    return {
      ...{ ...module, title: part.title, edition: edition && numberOf(edition) },
      isCurrent: index === 0,
      definition: known.isOwn ? part.definition : withoutAnswers(part),
    }
  }
  return null
}

const courseType = 'http://adlnet.gov/expapi/activities/course'

function withoutAnswers({ definition }: FoundPart): ActivityDefinition {
  const { correctResponsesPattern: _, ...told } = definition
  return told
}

function knownModule(
  bank: Reader,
  moduleId: string,
  organisationId: string | null,
): Known | null {
  if (organisationId && isInHands(bank, moduleId, organisationId)) {
    const editions = listEditions(bank, moduleId)
    const published = editions.slice(0, mostSearched).map((edition) => ({
      edition,
      content: () => findRevision(bank, edition.revisionId),
    }))
    const draft = {
      edition: null,
      content: () => findHeld(bank, { moduleId, organisationId }).draft,
    }
    const contents = [...published, draft]
    return {
      ...{ moduleId, isOwn: true, editions, contents },
      to: `/modules/${moduleId}/quality`,
    }
  }
  const shared = organisationId ? reachableEdition(bank, { moduleId, organisationId }) : null
  const found = shared ?? publicEdition(bank, moduleId)
  if (!found) return null
  const to = shared ? `/shared/${moduleId}` : `/catalogue/${found.organisationId}/${found.code}`
  const { edition, revision } = found
  const contents = [{ edition, content: () => revision }]
  return { ...{ moduleId, isOwn: false, to, contents }, editions: listEditions(bank, moduleId) }
}

function isInHands(bank: Reader, moduleId: string, organisationId: string): boolean {
  const one = and(eq(modules.id, moduleId), inHandsOf(bank, organisationId))
  return bank.select({ id: modules.id }).from(modules).where(one).get() !== undefined
}

function describeTrial(
  bank: Reader,
  trialId: string,
  organisationId: string,
): DescribedActivity | null {
  const found = bank
    .select({ revisionId: trials.revisionId })
    .from(trials)
    .innerJoin(modules, eq(modules.id, trials.moduleId))
    .where(and(eq(trials.id, trialId), inHandsOf(bank, organisationId)))
    .get()
  if (!found) return null
  const { facts } = findRevision(bank, found.revisionId)
  return {
    ...{ kind: 'trial', title: facts.title, moduleTitle: facts.title, edition: null },
    ...{ isCurrent: true, to: `/trials/${trialId}` },
    definition: { name: { [facts.language]: facts.title } },
  }
}

function numberOf({ major, minor }: EditionNumber): string {
  return `${major}.${minor}`
}
