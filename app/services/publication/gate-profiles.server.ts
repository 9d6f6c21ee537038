import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { type ExportAtEnd, gateProfiles } from '#app/db/schema/bank/index.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import {
  type Aspect,
  aspects,
  type IntendedUse,
  intendedUses,
  type ModuleFacts,
} from '#content-schema/module.ts'

/** What is asked of a module before it goes out. */
export type GateProfile = {
  /** Aspects that an expert must have approved. */
  signOffs: readonly Aspect[]
  /** Aspects that somebody must answer for. */
  guarantees: readonly Aspect[]
  /** What becomes of exports once a guarantee has ended. */
  exportAtEnd: ExportAtEnd
  /** How many target learners must have tried it to the end; `null` when none has to. */
  trial: { participants: number } | null
}

/** What holds until an organisation says otherwise: the wider a module goes, the more people answer for it. */
const shipped: Record<IntendedUse, GateProfile> = {
  internal: {
    signOffs: ['content'],
    guarantees: ['content', 'pedagogy'],
    exportAtEnd: 'warned',
    trial: null,
  },
  shared: {
    signOffs: ['content', 'pedagogy', 'law'],
    guarantees: ['content', 'pedagogy', 'law'],
    exportAtEnd: 'warned',
    trial: null,
  },
  certifying: {
    signOffs: aspects,
    guarantees: ['content', 'pedagogy', 'law', 'accessibility'],
    exportAtEnd: 'refused',
    trial: { participants: 3 },
  },
}

/** What is asked of the modules of an organisation that are meant for one use. */
export function gateProfileOf(
  db: Reader,
  organisationId: string,
  { intendedUse = 'internal' }: Pick<ModuleFacts, 'intendedUse'>,
): GateProfile {
  const own = db.select().from(gateProfiles).where(isProfile(organisationId, intendedUse)).get()
  return own ?? shipped[intendedUse]
}

export type ListedProfile = GateProfile & {
  intendedUse: IntendedUse
  /** When the organisation made it its own: milliseconds since 1970, UTC; `null` as it ships. */
  changedAt: number | null
}

/** One an intended use, in their order. */
export function listGateProfiles(db: Reader, organisationId: string): ListedProfile[] {
  const own = db
    .select()
    .from(gateProfiles)
    .where(eq(gateProfiles.organisationId, organisationId))
    .all()
  return intendedUses.map((intendedUse) => {
    const kept = own.find((each) => each.intendedUse === intendedUse)
    const { signOffs, guarantees, exportAtEnd, trial } = kept ?? shipped[intendedUse]
    return {
      intendedUse,
      signOffs,
      guarantees,
      exportAtEnd,
      trial,
      changedAt: kept?.changedAt ?? null,
    }
  })
}

export type ProfileChange = {
  organisationId: string
  intendedUse: IntendedUse
  /** `null`: as it ships. */
  profile: GateProfile | null
  personId: string
  now: Date
}

/** Makes a profile the organisation's own, or gives it up; what was published before stays so. */
export function keepGateProfile(bank: Bank, change: ProfileChange): void {
  const { organisationId, intendedUse, personId, now } = change
  const at = now.getTime()
  const profile = change.profile && {
    signOffs: aspects.filter((each) => change.profile?.signOffs.includes(each)),
    guarantees: aspects.filter((each) => change.profile?.guarantees.includes(each)),
    exportAtEnd: change.profile.exportAtEnd,
    trial: change.profile.trial,
  }
  bank.transaction((tx) => {
    tx.delete(gateProfiles).where(isProfile(organisationId, intendedUse)).run()
    if (profile)
      tx.insert(gateProfiles)
        .values({ organisationId, intendedUse, ...profile, changedBy: personId, changedAt: at })
        .run()
    const { signOffs, guarantees, exportAtEnd, trial } = profile ?? shipped[intendedUse]
    recordEvent(tx, {
      ...{ at, organisationId, personId, object: organisationId },
      action: 'gate-profile.changed',
      details: {
        intendedUse,
        signOffs: signOffs.join(' '),
        guarantees: guarantees.join(' '),
        exportAtEnd,
        participants: trial?.participants ?? 0,
      },
    })
  })
}

function isProfile(organisationId: string, intendedUse: IntendedUse) {
  return and(
    eq(gateProfiles.organisationId, organisationId),
    eq(gateProfiles.intendedUse, intendedUse),
  )
}
