import { and, desc, eq, lte } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, guarantees, modules, people } from '#app/db/schema/bank/index.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { dayAfter, dayIn, noticeDays, shiftDay } from './days.ts'

export type GuaranteeState = 'holds' | 'ending' | 'ended' | 'missing'

/** Who answers for an aspect now, or answered last. */
export type AspectGuarantee = {
  aspect: Aspect
  state: GuaranteeState
  person: string | null
  endsOn: string | null
}

/** One line an aspect, in the order of the six aspects. */
export function readGuarantees(
  db: Pick<Bank, 'select'>,
  { moduleId, now }: { moduleId: string; now: Date },
): AspectGuarantee[] {
  const rows = db
    .select({ aspect: guarantees.aspect, endsOn: guarantees.endsOn, person: people.name })
    .from(guarantees)
    .innerJoin(people, eq(people.id, guarantees.personId))
    .where(eq(guarantees.moduleId, moduleId))
    .orderBy(desc(guarantees.recordedAt))
    .all()
  return aspects.map((aspect) => {
    const latest = rows.find((row) => row.aspect === aspect)
    if (!latest) return { aspect, state: 'missing', person: null, endsOn: null }
    return { ...latest, state: guaranteeState(latest.endsOn, now) }
  })
}

export type EndingGuarantee = {
  moduleId: string
  code: string
  title: string
  aspect: Aspect
  endsOn: string
  person: string
}

/** The guarantees of an organisation that end soon or have ended, and were not renewed. */
export function listEnding(
  db: Pick<Bank, 'select'>,
  { organisationId, now }: { organisationId: string; now: Date },
): EndingGuarantee[] {
  const rows = db
    .select({ moduleId: modules.id, code: modules.code, facts: drafts.facts })
    .from(guarantees)
    .innerJoin(modules, eq(modules.id, guarantees.moduleId))
    .innerJoin(drafts, eq(drafts.moduleId, modules.id))
    .where(
      and(
        eq(modules.organisationId, organisationId),
        lte(guarantees.endsOn, dayAfter(now, noticeDays)),
      ),
    )
    .groupBy(modules.id)
    .all()
  return rows
    .flatMap(({ moduleId, code, facts }) =>
      readGuarantees(db, { moduleId, now })
        .filter((each) => each.state === 'ending' || each.state === 'ended')
        .map(({ aspect, endsOn, person }) => ({
          moduleId,
          code,
          title: facts.title,
          aspect,
          endsOn: endsOn!,
          person: person!,
        })),
    )
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
}

/** The modules for which somebody is the last to have answered, for any aspect. */
export function modulesGuardedBy(
  db: Pick<Bank, 'select'>,
  { personId, organisationId }: { personId: string; organisationId: string },
): Set<string> {
  const { moduleId, aspect } = guarantees
  const rows = db
    .select({ moduleId, aspect, personId: guarantees.personId })
    .from(guarantees)
    .innerJoin(modules, eq(modules.id, moduleId))
    .where(eq(modules.organisationId, organisationId))
    .orderBy(guarantees.recordedAt)
    .all()
  const last = new Map(rows.map((row) => [`${row.moduleId} ${row.aspect}`, row]))
  const own = [...last.values()].filter((row) => row.personId === personId)
  return new Set(own.map((row) => row.moduleId))
}

/** How a guarantee that ends on a day stands. */
export function guaranteeState(endsOn: string, now: Date): Exclude<GuaranteeState, 'missing'> {
  if (endsOn < dayIn(now)) return 'ended'
  return endsOn <= shiftDay(dayIn(now), noticeDays) ? 'ending' : 'holds'
}

/** The next day on which it stands otherwise; `null` once it has ended. */
export function guaranteeChange(endsOn: string, now: Date): string | null {
  const days = [shiftDay(endsOn, -noticeDays), shiftDay(endsOn, 1)]
  return days.find((day) => day > dayIn(now)) ?? null
}
