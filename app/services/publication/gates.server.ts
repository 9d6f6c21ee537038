import type { Node } from 'prosemirror-model'
import type { Bank } from '#app/db/client.server.ts'
import { listAssets } from '#app/services/assets/find-asset.server.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import { readGuarantees } from '#app/services/guarantees/read-guarantees.server.ts'
import { digestOf } from '#app/services/modules/digest.server.ts'
import type { Draft } from '#app/services/modules/find-module.server.ts'
import { approvalOf } from '#app/services/review/approval.ts'
import { listReviews } from '#app/services/review/read-review.server.ts'
import { accessibilityFindings } from '#content-schema/accessibility/index.ts'
import { completenessFindings } from '#content-schema/completeness.ts'
import { readDocument } from '#content-schema/document.ts'
import { assetUses, questionsOf } from '#content-schema/elements.ts'
import type { Finding } from '#content-schema/finding.ts'
import type { Aspect } from '#content-schema/module.ts'
import { suspendDataBudget } from '#packaging/index.ts'

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

/** Every gate of a draft, in the order in which an author would pass them. */
export function readGates(
  db: Pick<Bank, 'select'>,
  { draft, organisationId, now }: { draft: Draft; organisationId: string; now: Date },
): Gate[] {
  const doc = readDocument(draft.document)
  const findings: Record<GateName, Finding[]> = {
    facts: factsFindings(draft, questionsOf(doc).length > 0),
    content: [...completenessFindings(doc), ...sizeFindings(doc)],
    accessibility: accessibilityFindings(doc),
    rights: rightsFindings(db, draft, organisationId, now),
    guarantees: guaranteeFindings(db, draft.moduleId, now),
    approval: approvalFindings(db, draft),
  }
  return gateNames.map((name) => ({
    name,
    passed: findings[name].every((finding) => finding.severity !== 'blocks'),
    findings: findings[name],
  }))
}

/** A module whose answers no longer fit in what an LMS keeps would not resume. */
function sizeFindings(doc: Node): Finding[] {
  const { characters, target, fits } = suspendDataBudget(doc)
  return fits ? [] : [{ ...blocks('content.state-too-large'), params: { characters, target } }]
}

function factsFindings({ facts, alignments }: Draft, hasQuestions: boolean): Finding[] {
  const missing = (['summary', 'objective', 'audience'] as const)
    .filter((fact) => facts[fact] === '')
    .map((fact) => blocks(`facts.${fact}-missing`))
  return [
    ...missing,
    ...(facts.authors.length === 0 ? [blocks('facts.authors-missing')] : []),
    ...(facts.licence === 'unknown' ? [blocks('facts.licence-unknown')] : []),
    ...(alignments.length === 0 ? [warns('alignment.none')] : []),
    ...(hasQuestions &&
    alignments.length > 0 &&
    !alignments.some((each) => each.role === 'assesses')
      ? [warns('alignment.nothing-assessed')]
      : []),
  ]
}

function rightsFindings(
  db: Pick<Bank, 'select'>,
  draft: Draft,
  organisationId: string,
  now: Date,
): Finding[] {
  const uses = assetUses(readDocument(draft.document))
  const known = listAssets(db, { digests: uses.map((use) => use.digest), organisationId })
  return uses.flatMap(({ nodeId, digest }) => {
    const asset = known.find((each) => each.digest === digest)
    if (!asset) return [{ ...blocks('rights.file-missing'), nodeId }]
    const { licence, until, people, title } = asset.rights
    const params = { title }
    if (licence === 'unknown') return [{ ...blocks('rights.unknown'), nodeId, params }]
    if (until && until < dayIn(now))
      return [{ ...blocks('rights.ended'), nodeId, params: { ...params, until } }]
    if (people === 'without-release')
      return [{ ...blocks('rights.no-release'), nodeId, params }]
    return []
  })
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
function approvalFindings(db: Pick<Bank, 'select'>, draft: Draft): Finding[] {
  const approval = approvalOf(listReviews(db, draft.moduleId), digestOf(draft))
  return approval === 'approved' ? [] : [blocks(`approval.${approval}`)]
}

function blocks(code: string): Finding {
  return { code, severity: 'blocks', nodeId: null }
}

function warns(code: string): Finding {
  return { code, severity: 'warns', nodeId: null }
}
