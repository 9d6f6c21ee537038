import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, modules } from '#app/db/schema/bank/index.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { dayIn, monthsAfter, noticeDays, shiftDay } from './days.ts'
import {
  askedGuarantees,
  countingGuarantees,
  type GuaranteeRow,
} from './guarantee-rows.server.ts'
import { workersOf } from './work.server.ts'

export type GuaranteeState = 'holds' | 'ending' | 'ended' | 'missing'

/** Who answers for an aspect now, or answered last; what nobody accepted yet is not said here. */
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
  const rows = countingGuarantees(db, { moduleId })
  return aspects.map((aspect) => {
    const latest = rows.find((row) => row.aspect === aspect)
    if (!latest) return { aspect, state: 'missing', person: null, endsOn: null }
    const { person, endsOn } = latest
    return { aspect, person, endsOn, state: guaranteeState(endsOn, now) }
  })
}

/** What a page of the module says of an aspect: who answers, and who was asked to. */
export type AspectLine = AspectGuarantee & {
  guaranteeId: string | null
  deputy: string | null
  toWatch: string
  asked: {
    guaranteeId: string
    person: string
    endsOn: string
    answer: 'declined' | null
    reason: string
  } | null
}

export function readAspectLines(
  db: Pick<Bank, 'select'>,
  key: { moduleId: string; now: Date },
): AspectLine[] {
  const counting = countingGuarantees(db, key)
  const open = askedGuarantees(db, key)
  return readGuarantees(db, key).map((line) => {
    const row = counting.find(({ aspect }) => aspect === line.aspect)
    const asked = open.find(({ aspect }) => aspect === line.aspect)
    const { id = null, deputy = null, toWatch = '' } = row ?? {}
    return { ...line, guaranteeId: id, deputy, toWatch, asked: asked ? askedOf(asked) : null }
  })
}

function askedOf({ id, person, endsOn, answer, reason }: GuaranteeRow) {
  const declined = answer === 'declined' ? answer : null
  return { guaranteeId: id, person, endsOn, reason, answer: declined }
}

/** A guarantee with the module that it is about. */
export type ListedGuarantee = GuaranteeRow & {
  title: string
  state: Exclude<GuaranteeState, 'missing'>
  /** When somebody is to look at it again, `YYYY-MM-DD`; `null`: at its end only. */
  lookOn: string | null
}

/** All of an organisation, by the day they end; `asked`: what was asked and nobody accepted. */
export function listGuarantees(
  db: Pick<Bank, 'select'>,
  { organisationId, now }: { organisationId: string; now: Date },
): { counting: ListedGuarantee[]; asked: ListedGuarantee[] } {
  const titles = titlesOf(db, organisationId)
  const listed = (rows: GuaranteeRow[]) =>
    rows
      .map((row) => ({
        ...row,
        title: titles.get(row.moduleId) ?? '',
        state: guaranteeState(row.endsOn, now),
        lookOn: lookOn(row),
      }))
      .sort((a, b) => a.endsOn.localeCompare(b.endsOn) || a.title.localeCompare(b.title))
  return {
    counting: listed(countingGuarantees(db, { organisationId })),
    asked: listed(askedGuarantees(db, { organisationId })),
  }
}

/** The same for one person: asked of them, theirs, those that they stand in for; and who answers for anything. */
export function listGuaranteesOf(
  db: Pick<Bank, 'select'>,
  { personId, ...key }: { personId: string; organisationId: string; now: Date },
) {
  const { counting, asked } = listGuarantees(db, key)
  const workers = workersOf(db, key.organisationId)
  const names = new Map(counting.map((row) => [row.personId, row.person]))
  return {
    toAnswer: asked.filter((row) => row.personId === personId && row.answer === null),
    own: counting.filter((row) => row.personId === personId),
    standIn: counting.filter(
      (row) => row.personId !== personId && workers(row).includes(personId),
    ),
    /** Of those, the ones whose work is theirs: not what they hand over. */
    works: counting.filter((row) => workers(row).includes(personId)).map(({ id }) => id),
    guarantors: [...names].map(([id, name]) => ({ id, name })),
  }
}

function titlesOf(db: Pick<Bank, 'select'>, organisationId: string): Map<string, string> {
  const rows = db
    .select({ id: modules.id, facts: drafts.facts })
    .from(modules)
    .innerJoin(drafts, eq(drafts.moduleId, modules.id))
    .where(eq(modules.organisationId, organisationId))
    .all()
  return new Map(rows.map(({ id, facts }) => [id, facts.title]))
}

/** The day on which somebody is to look again; `null` where that is its end. */
export function lookOn({
  startsOn,
  endsOn,
  lookEvery,
}: Pick<GuaranteeRow, 'startsOn' | 'endsOn' | 'lookEvery'>): string | null {
  if (lookEvery === null) return null
  const day = monthsAfter(startsOn, lookEvery)
  return day < endsOn ? day : null
}

/** The modules for which somebody has the work of a guarantee: as guarantor, or standing in. */
export function modulesGuardedBy(
  db: Pick<Bank, 'select'>,
  { personId, organisationId }: { personId: string; organisationId: string },
): Set<string> {
  const workers = workersOf(db, organisationId)
  const own = countingGuarantees(db, { organisationId }).filter((row) =>
    workers(row).includes(personId),
  )
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
