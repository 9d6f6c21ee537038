import type { Bank } from '#app/db/client.server.ts'
import type { KeptWaiver } from '#app/db/schema/bank/index.ts'
import {
  type AspectGuarantee,
  readGuarantees,
} from '#app/services/guarantees/read-guarantees.server.ts'
import { listReviews } from '#app/services/review/read-review.server.ts'
import { type Licence, licence } from '#content-schema/licences/catalogue.ts'
import type { Alignment, ModuleFacts } from '#content-schema/module.ts'
import { type CreditPart, creditOf } from '#content-schema/rights/credit.ts'
import { credited } from './credited.ts'
import type { ReachableEdition } from './visibility.server.ts'

/** What people of elsewhere are told of a module: of its edition, nothing of its workshop. */
export type DescribedEdition = {
  moduleId: string
  code: string
  organisationId: string
  organisation: string
  /** Other organisations that wrote it too. */
  coAuthors: string[]
  facts: Omit<ModuleFacts, 'masteryPercent'>
  alignments: Pick<
    Alignment,
    'competencyId' | 'role' | 'frameworkCode' | 'competencyBlockCode' | 'label'
  >[]
  licence: Licence | null
  /** For example `1.2`. */
  number: string
  note: string
  /** Milliseconds since 1970, UTC. */
  publishedAt: number
  /** What it was published in spite of. */
  waivers: Omit<KeptWaiver, 'grantedBy' | 'grantedAt'>[]
  /** The last time an expert approved it; `null`: nobody has. */
  reviewedAt: number | null
  /** Aspects that somebody answers for, or answered for. */
  guarantees: AspectGuarantee[]
  /** The module itself, then each file. */
  credits: CreditPart[][]
}

export function describeEdition(
  db: Pick<Bank, 'select'>,
  found: ReachableEdition,
  { language, now }: { language: 'fr' | 'en'; now: Date },
): DescribedEdition {
  const { moduleId, code, organisationId, organisation, edition, revision } = found
  const { coAuthors } = edition
  const { masteryPercent: _, ...facts } = credited(revision.facts, { organisation, coAuthors })
  const approvals = listReviews(db, moduleId).flatMap(({ verdict }) =>
    verdict?.value === 'approved' ? [verdict.givenAt] : [],
  )
  const { title, authors } = facts
  const own = { title, authors, source: '', licence: facts.licence, changes: '' }
  return {
    ...{ moduleId, code, organisationId, organisation, coAuthors, facts },
    alignments: revision.alignments.map(
      ({ competencyId, role, frameworkCode, competencyBlockCode, label }) => ({
        ...{ competencyId, role, frameworkCode, competencyBlockCode, label },
      }),
    ),
    licence: licence(facts.licence),
    number: `${edition.major}.${edition.minor}`,
    note: edition.note,
    publishedAt: edition.publishedAt,
    waivers: edition.waivers.map(({ gate, reason, endsOn }) => ({ gate, reason, endsOn })),
    reviewedAt: approvals.length > 0 ? Math.max(...approvals) : null,
    guarantees: readGuarantees(db, { moduleId, now }).filter(({ person }) => person !== null),
    credits: distinct(
      [own, ...Object.values(edition.rights)].map((each) => creditOf(each, language)),
    ),
  }
}

function distinct(credits: CreditPart[][]): CreditPart[][] {
  return [...new Map(credits.map((parts) => [JSON.stringify(parts), parts])).values()]
}
