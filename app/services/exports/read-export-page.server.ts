import { and, desc, eq, ne } from 'drizzle-orm'
import type { Node } from 'prosemirror-model'
import type { Bank } from '#app/db/client.server.ts'
import { editions, packages } from '#app/db/schema/bank/index.ts'
import {
  excludedFromSale,
  rightsByUse,
} from '#app/services/delivery-rights/delivery-rights.server.ts'
import {
  type Decision,
  listDecisions,
} from '#app/services/delivery-rights/read-decisions.server.ts'
import {
  type Edition,
  findRevision,
  latestEdition,
  type ModuleKey,
} from '#app/services/modules/find-module.server.ts'
import { guaranteesAtExport } from '#app/services/publication/ended-guarantees.server.ts'
import { readGates } from '#app/services/publication/gates.server.ts'
import { filesOf, resolved } from '#app/services/reuse/resolved.server.ts'
import type { Finding } from '#content-schema/finding.ts'
import {
  type Has,
  type Publication,
  questionsToRedo,
  standardPublication,
  suspendDataBudget,
  whatHas,
} from '#packaging/index.ts'

/** What somebody who exports has before them: the edition, what is proposed for it, how it stands. */
export type ExportedEdition = {
  /** `major.minor`. */
  number: string
  title: string
  /** Of the player's words, as proposed: the module's own where the player speaks it. */
  language: 'fr' | 'en'
  code: string
  minutes: number
  masteryPercent: number
  has: Has
  proposed: Publication
  /** Characters that its state takes at the worst. */
  stateCharacters: number
  /** Bytes of its files as they came in: a package holds less where pictures are made smaller. */
  mediaBytes: number
  /** The edition that was exported before, and what coming from it costs; `null` before the first. */
  resume: { edition: string; lost: number } | null
  /** What its gates would say today: a guarantee may have ended since. */
  findings: Finding[]
  /** What stands against each use of it, by `useKey`. */
  rights: Record<string, Finding[]>
  /** What may be used commercially all the same; `excluded`: how many files ask for it. */
  decisions: Decision[]
  excluded: number
}

/** The latest edition of a module; `null` before the first. */
export function readExportedEdition(
  bank: Bank,
  { moduleId, organisationId, now }: ModuleKey & { now: Date },
): ExportedEdition | null {
  const edition = latestEdition(bank, moduleId)
  if (!edition) return null
  const revision = findRevision(bank, edition.revisionId)
  const whole = resolved(bank, revision)
  const { doc } = whole
  const { title, code, minutes, masteryPercent } = revision.facts
  const files = filesOf(bank, whole)
  const gates = readGates(bank, { draft: revision, now })
  return {
    number: `${edition.major}.${edition.minor}`,
    ...{ title, code, minutes, masteryPercent },
    language: revision.facts.language === 'en' ? 'en' : 'fr',
    has: whatHas(doc),
    proposed: standardPublication(doc),
    stateCharacters: suspendDataBudget(doc).characters,
    mediaBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    resume: resumeFrom(bank, edition, doc),
    findings: [
      ...gates
        .filter(({ name }) => name !== 'rights' && name !== 'guarantees')
        .flatMap(({ findings }) => findings),
      ...guaranteesAtExport(bank, { edition, now }).findings,
    ],
    rights: rightsByUse(bank, { edition, organisationId, now }),
    decisions: listDecisions(bank, moduleId),
    excluded: excludedFromSale(bank, { edition, organisationId }).length,
  }
}

/** Learners are where the last package of another edition was sent. */
function resumeFrom(
  bank: Bank,
  { id, moduleId }: Edition,
  doc: Node,
): ExportedEdition['resume'] {
  const last = bank
    .select({ edition: editions })
    .from(packages)
    .innerJoin(editions, eq(editions.id, packages.editionId))
    .where(and(eq(editions.moduleId, moduleId), ne(editions.id, id)))
    .orderBy(desc(packages.requestedAt))
    .get()?.edition
  if (!last) return null
  const before = resolved(bank, findRevision(bank, last.revisionId)).doc
  return { edition: `${last.major}.${last.minor}`, lost: questionsToRedo(before, doc) }
}
