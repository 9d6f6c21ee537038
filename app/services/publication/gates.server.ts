import type { Node } from 'prosemirror-model'
import type { Bank } from '#app/db/client.server.ts'
import { listAssets } from '#app/services/assets/find-asset.server.ts'
import { daysOf } from '#app/services/guarantees/days.ts'
import { readGuarantees } from '#app/services/guarantees/read-guarantees.server.ts'
import { digestOf } from '#app/services/modules/digest.server.ts'
import type { Draft } from '#app/services/modules/find-module.server.ts'
import { approvalOf } from '#app/services/review/approval.ts'
import { listReviews } from '#app/services/review/read-review.server.ts'
import { accessibilityFindings } from '#content-schema/accessibility/index.ts'
import { alignmentFindings } from '#content-schema/checks/alignment.ts'
import { withPlaces } from '#content-schema/checks/places.ts'
import { rightsFindings } from '#content-schema/checks/rights.ts'
import { completenessFindings } from '#content-schema/completeness.ts'
import { readDocument } from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
import type { Finding } from '#content-schema/finding.ts'
import type { Aspect } from '#content-schema/module.ts'
import { suspendDataFindings } from '#packaging/index.ts'

export const gateNames = [
  'facts',
  'content',
  'accessibility',
  'rights',
  'guarantees',
  'approval',
] as const
export type GateName = (typeof gateNames)[number]

/** One condition of publication, with exactly what is missing. */
export type Gate = { name: GateName; passed: boolean; findings: Finding[] }

/** The aspects that somebody must answer for before a module goes out. */
const requiredAspects: readonly Aspect[] = ['content', 'pedagogy']

/** As much of a draft as is judged; a revision has it too. */
type Judged = Pick<Draft, 'moduleId' | 'facts' | 'alignments' | 'document'>

/** Every gate of a draft, in the order in which an author would pass them. */
export function readGates(
  db: Pick<Bank, 'select'>,
  { draft, organisationId, now }: { draft: Judged; organisationId: string; now: Date },
): Gate[] {
  const doc = readDocument(draft.document)
  const { language, licence } = draft.facts
  const assets = assetsOf(db, doc, organisationId)
  const findings: Record<GateName, Finding[]> = {
    facts: [...factsFindings(draft), ...alignmentFindings(doc, draft.alignments)],
    content: [...completenessFindings(doc), ...suspendDataFindings(doc)],
    accessibility: accessibilityFindings(doc, language),
    rights: rightsFindings(doc, { assets, licence, ...daysOf(now) }),
    guarantees: guaranteeFindings(db, draft.moduleId, now),
    approval: approvalFindings(db, draft),
  }
  return gateNames.map((name) => ({
    name,
    passed: findings[name].every((finding) => finding.severity !== 'blocks'),
    findings: withPlaces(doc, findings[name]),
  }))
}

function factsFindings({ facts }: Judged): Finding[] {
  const missing = (['summary', 'objective', 'audience'] as const)
    .filter((fact) => facts[fact] === '')
    .map((fact) => blocks(`facts.${fact}-missing`))
  return [
    ...missing,
    ...(facts.authors.length === 0 ? [blocks('facts.authors-missing')] : []),
    ...(facts.licence === 'unknown' ? [blocks('facts.licence-unknown')] : []),
  ]
}

/** What is known of the files shown; `null` for one that this organisation never brought in. */
function assetsOf(db: Pick<Bank, 'select'>, doc: Node, organisationId: string) {
  const digests = assetDigests(doc)
  const known = listAssets(db, { digests, organisationId })
  return new Map(
    digests.map((digest) => [digest, known.find((each) => each.digest === digest) ?? null]),
  )
}

function guaranteeFindings(db: Pick<Bank, 'select'>, moduleId: string, now: Date): Finding[] {
  return readGuarantees(db, { moduleId, now }).flatMap(({ aspect, state, endsOn }) => {
    const required = requiredAspects.includes(aspect)
    if (state === 'missing')
      return required ? [{ ...blocks('guarantee.missing'), params: { aspect } }] : []
    if (state === 'ended')
      return [{ ...blocks('guarantee.ended'), params: { aspect, endsOn: endsOn! } }]
    return state === 'ending'
      ? [{ ...warns('guarantee.ending'), params: { aspect, endsOn: endsOn! } }]
      : []
  })
}

/** An approval holds as long as the draft still has the digest that was signed. */
function approvalFindings(db: Pick<Bank, 'select'>, draft: Judged): Finding[] {
  const approval = approvalOf(listReviews(db, draft.moduleId), digestOf(draft))
  return approval === 'approved' ? [] : [blocks(`approval.${approval}`)]
}

function blocks(code: string): Finding {
  return { code, severity: 'blocks', nodeId: null }
}

function warns(code: string): Finding {
  return { code, severity: 'warns', nodeId: null }
}
