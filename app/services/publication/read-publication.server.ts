import type { Bank } from '#app/db/client.server.ts'
import type { Draft } from '#app/services/modules/find-module.server.ts'
import { findRevisionByDigest } from '#app/services/modules/find-module.server.ts'
import { organisationOf } from '#app/services/reuse/content-digest.server.ts'
import type { AspectApproval } from '#app/services/review/approval.ts'
import { answerable } from '#app/services/review/standing.server.ts'
import type { IntendedUse } from '#content-schema/module.ts'
import { type Voiding, voidedBy } from '#content-schema/scopes/voided-by.ts'
import { gateProfileOf } from './gate-profiles.server.ts'
import { type Gate, readApprovals, readGates } from './gates.server.ts'
import { listWaivers, type WaiverView } from './waivers.server.ts'

export type Publication = {
  intendedUse: IntendedUse
  gates: Gate[]
  /** One for each aspect that has to be signed. */
  approvals: (AspectApproval & { voiding: Voiding | null })[]
  /** The latest first. */
  waivers: WaiverView[]
}

/** Where a draft stands before it goes out, and the very changes that voided what had been signed. */
export function readPublication(
  db: Parameters<typeof readGates>[0],
  { draft, now }: { draft: Draft; now: Date },
): Publication {
  const { moduleId, facts } = draft
  const profile = gateProfileOf(db, organisationOf(db, moduleId), facts)
  return {
    intendedUse: facts.intendedUse ?? 'internal',
    gates: readGates(db, { draft, now }),
    approvals: readApprovals(db, draft, profile).map((approval) => ({
      ...approval,
      voiding: approval.state === 'outdated' ? voidingOf(db, draft, approval) : null,
    })),
    waivers: listWaivers(db, moduleId),
  }
}

function voidingOf(
  db: Pick<Bank, 'select'>,
  draft: Draft,
  { aspect, verdict }: AspectApproval,
): Voiding | null {
  const signed = verdict && findRevisionByDigest(db, draft.moduleId, verdict.digest)
  return signed && voidedBy(aspect, answerable(db, signed), answerable(db, draft))
}
