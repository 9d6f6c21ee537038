import { eq, isNotNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  memberships,
  organisations,
  people,
  personalSettings,
} from '#app/db/schema/bank/index.ts'
import { shiftDay } from '#app/services/guarantees/days.ts'
import type { Need } from '#app/services/home/need.ts'
import { whatNeeds } from '#app/services/home/needs.server.ts'
import type { Addressee, Letter } from '#app/services/letters/letter.ts'
import type { Member } from '#app/services/rights.ts'

/** Somebody who may be written to, in one of the organisations that they are in. */
export type DailyAddressee = {
  member: Member
  to: Addressee
  /** Whether they want to hear of it each day; reminders reach them all the same. */
  wants: boolean
}

/** One a person and organisation; guests have no account, and are not written to here. */
export function addresseesOf(bank: Pick<Bank, 'select'>): DailyAddressee[] {
  const rows = bank
    .select({ person: people, organisation: organisations, role: memberships.role })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(isNotNull(people.email))
    .orderBy(people.id, organisations.id)
    .all()
  const silent = new Set(
    bank
      .select()
      .from(personalSettings)
      .where(eq(personalSettings.dailyLetter, false))
      .all()
      .map(({ personId }) => personId),
  )
  const found = new Map<string, DailyAddressee>()
  for (const { person, organisation, role } of rows) {
    const { id: personId, name, email, language } = person
    const key = `${personId} ${organisation.id}`
    const known = found.get(key)
    if (known) known.member.roles.push(role)
    else
      found.set(key, {
        member: {
          ...{ personId, name, organisationId: organisation.id },
          ...{ organisationName: organisation.name, roles: [role] },
        },
        to: { address: email ?? '', name, language: language ?? 'fr' },
        wants: !silent.has(personId),
      })
  }
  return [...found.values()]
}

/** Somebody in one organisation; `null` once they are no longer in it. */
export function addresseeOf(
  bank: Pick<Bank, 'select'>,
  { personId, organisationId }: { personId: string; organisationId: string },
): DailyAddressee | null {
  const isThem = ({ member }: DailyAddressee) =>
    member.personId === personId && member.organisationId === organisationId
  return addresseesOf(bank).find(isThem) ?? null
}

/** What somebody is told on a day; `reminds`: the first that its day calls for. */
export type DailyNews = DailyAddressee & { needs: Need[]; reminds: Need | null }

/** Puts it in words, in its reader's language. */
export type WriteLetter = (news: DailyNews) => Letter

/** What there is to say to somebody on a day; `null` where there is nothing. */
export function dailyNews(
  bank: Bank,
  addressee: DailyAddressee,
  { day, now }: { day: string; now: Date },
): DailyNews | null {
  const { member, wants } = addressee
  const all = whatNeeds(bank, { member, now })
  const reminders = all.filter((need) => isReminder(need, day))
  const needs = wants ? all : reminders
  return needs.length === 0 ? null : { ...addressee, needs, reminds: reminders[0] ?? null }
}

/** Days before its term on which somebody is reminded; a day after it is below zero. */
const remindedBefore: Partial<Record<Need['kind'], number[]>> = {
  review: [1, 0, -1],
  'guarantee-ending': [60, 30, 7],
}

export function isReminder({ kind, isDated, on }: Need, day: string): boolean {
  const days = remindedBefore[kind] ?? []
  return isDated && days.some((before) => shiftDay(on, -before) === day)
}
