import type { Bank } from '#app/db/client.server.ts'
import type { KeptWaiver, Role } from '#app/db/schema/bank/index.ts'
import { dayIn, daysOf } from '#app/services/guarantees/days.ts'
import { readGuarantees } from '#app/services/guarantees/read-guarantees.server.ts'
import type { Content } from '#app/services/reuse/content-digest.server.ts'
import { filesOf, type ResolvedContent, resolved } from '#app/services/reuse/resolved.server.ts'
import { usedParts } from '#app/services/reuse/used-parts.server.ts'
import { type AspectApproval, approvalOf } from '#app/services/review/approval.ts'
import { listReviews, openRemarks } from '#app/services/review/read-review.server.ts'
import { standingOf } from '#app/services/review/standing.server.ts'
import { rolesThatMay } from '#app/services/rights.ts'
import { accessibilityFindings } from '#content-schema/accessibility/index.ts'
import { alignmentFindings } from '#content-schema/checks/alignment.ts'
import { withPlaces } from '#content-schema/checks/places.ts'
import { rightsFindings } from '#content-schema/checks/rights.ts'
import { completenessFindings } from '#content-schema/completeness.ts'
import { readDocument } from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
import type { Finding } from '#content-schema/finding.ts'
import { ledToReferences } from '#content-schema/reuse/resolve.ts'
import { usesFindings } from '#content-schema/reuse/uses-findings.ts'
import { suspendDataFindings } from '#packaging/index.ts'
import { promisesOf } from './ended-guarantees.server.ts'
import { type GateProfile, gateProfileOf } from './gate-profiles.server.ts'
import { trialFindings } from './trial-findings.server.ts'
import { waiversInForce } from './waivers.server.ts'

export const gateNames = [
  'facts',
  'content',
  'accessibility',
  'rights',
  'guarantees',
  'approval',
  'trial',
] as const
export type GateName = (typeof gateNames)[number]

/** One condition of publication, with exactly what is missing. */
export type Gate = {
  name: GateName
  passed: boolean
  findings: Finding[]
  /** Who can do what is missing. */
  doneBy: Role[]
  /** What lets a module past it although it is closed, today. */
  waiver: KeptWaiver | null
}

/** Every gate of a draft, in the order in which an author would pass them. */
export function readGates(
  db: Pick<Bank, 'select' | 'selectDistinct' | 'all'>,
  { draft, now }: { draft: Content; now: Date },
): Gate[] {
  const own = readDocument(draft.document)
  const whole = resolved(db, draft)
  const { doc, alignments, origins } = whole
  const { language, licence } = draft.facts
  const known = { assets: assetsOf(db, whole), modules: usedParts(db, whole, draft) }
  const profile = gateProfileOf(db, whole.organisationId, draft.facts)
  const waived = waiversInForce(db, { moduleId: draft.moduleId, now })
  const findings: Record<GateName, Finding[]> = {
    facts: [...factsFindings(draft), ...alignmentFindings(doc, alignments)],
    content: [
      ...usesFindings(whole),
      ...completenessFindings(doc),
      ...suspendDataFindings(doc),
    ],
    accessibility: accessibilityFindings(doc, language),
    rights: rightsFindings(doc, { ...known, licence, ...daysOf(now) }),
    guarantees: [
      ...guaranteeFindings(db, { moduleId: draft.moduleId, now, ...profile }),
      ...usedGuarantees(db, whole, { moduleId: draft.moduleId, now }),
    ],
    approval: approvalFindings(db, draft, profile),
    trial: trialFindings(db, draft, profile),
  }
  // Where no session is asked for and none found anything, there is nothing to pass.
  const idle = profile.trial === null && findings.trial.length === 0
  return gateNames
    .filter((name) => name !== 'trial' || !idle)
    .map((name) => ({
      name,
      passed: findings[name].every((finding) => finding.severity !== 'blocks'),
      findings: withPlaces(own, ledToReferences(findings[name], origins)),
      doneBy: doneBy[name],
      waiver: waived.findLast((waiver) => waiver.gate === name) ?? null,
    }))
}

/** An approval is asked for by some, and given by experts; a session is held by whoever may. */
const doneBy: Record<GateName, Role[]> = {
  facts: rolesThatMay('module:write'),
  content: rolesThatMay('module:write'),
  accessibility: rolesThatMay('module:write'),
  rights: rolesThatMay('module:write'),
  guarantees: rolesThatMay('guarantee:record'),
  approval: [...rolesThatMay('review:request'), ...rolesThatMay('review:give')],
  trial: rolesThatMay('trial:run'),
}

function factsFindings({ facts }: Content): Finding[] {
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
function assetsOf(db: Pick<Bank, 'select'>, whole: ResolvedContent) {
  const known = new Map(filesOf(db, whole).map((file) => [file.digest, file]))
  return new Map(assetDigests(whole.doc).map((digest) => [digest, known.get(digest) ?? null]))
}

function guaranteeFindings(
  db: Pick<Bank, 'select'>,
  { moduleId, now, guarantees }: GateProfile & { moduleId: string; now: Date },
): Finding[] {
  return readGuarantees(db, { moduleId, now }).flatMap(({ aspect, state, endsOn }) => {
    const required = guarantees.includes(aspect)
    if (state === 'missing')
      return required ? [{ ...blocks('guarantee.missing'), params: { aspect } }] : []
    if (state === 'ended')
      return [{ ...blocks('guarantee.ended'), params: { aspect, endsOn: endsOn! } }]
    return state === 'ending'
      ? [{ ...warns('guarantee.ending'), params: { aspect, endsOn: endsOn! } }]
      : []
  })
}

/** Others answer for what is reused: whoever publishes sees where nobody does any more. */
function usedGuarantees(
  db: Pick<Bank, 'select' | 'selectDistinct' | 'all'>,
  { uses }: ResolvedContent,
  { moduleId, now }: { moduleId: string; now: Date },
): Finding[] {
  const usedIds = uses.map(({ target }) => target.moduleId)
  if (usedIds.length === 0) return []
  return promisesOf(db, { moduleId, usedIds, now })
    .filter((each) => each.moduleId !== moduleId)
    .map(({ title, aspect, endsOn, who }) => {
      const code = endsOn < dayIn(now) ? 'guarantee.ended-in' : 'guarantee.ending-in'
      return { ...warns(code), params: { title, aspect, endsOn, who } }
    })
}

/** How each aspect that has to be signed stands. */
export function readApprovals(
  db: Pick<Bank, 'select'>,
  draft: Content,
  { signOffs }: Pick<GateProfile, 'signOffs'>,
): AspectApproval[] {
  const reviews = listReviews(db, draft.moduleId)
  const standing = standingOf(db, draft)
  return signOffs.map((aspect) => approvalOf(reviews, aspect, standing))
}

function approvalFindings(
  db: Pick<Bank, 'select'>,
  draft: Content,
  profile: GateProfile,
): Finding[] {
  const problems = openRemarks(listReviews(db, draft.moduleId)).filter(
    ({ kind }) => kind === 'problem',
  )
  const unsigned = readApprovals(db, draft, profile)
    .filter(({ state }) => state !== 'approved')
    .map(({ aspect, state }) => ({ ...blocks(`approval.${state}`), params: { aspect } }))
  if (problems.length === 0) return unsigned
  return [{ ...blocks('approval.problems'), params: { count: problems.length } }, ...unsigned]
}

function blocks(code: string): Finding {
  return { code, severity: 'blocks', nodeId: null }
}

function warns(code: string): Finding {
  return { code, severity: 'warns', nodeId: null }
}
