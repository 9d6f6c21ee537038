import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { type ChecklistItem, checklists } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import type { Language } from '#app/i18n/languages.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { newId } from '#content-schema/identity.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { reads, type ShippedItem, shippedChecklists } from './shipped-checklists.ts'

export type ListedChecklist = {
  aspect: Aspect
  items: ChecklistItem[]
  /** When the organisation made it its own: milliseconds since 1970, UTC; `null` as it ships. */
  changedAt: number | null
}

type Reader = Pick<Bank, 'select'>

/** What reviewers of an organisation's modules look at: one an aspect, in the order of the aspects. */
export function listChecklists(
  db: Reader,
  { organisationId, language }: { organisationId: string; language: Language },
): ListedChecklist[] {
  return aspects.map((aspect) => {
    const { items, changedAt } = checklistOf(db, { organisationId, aspect })
    const spoken = items.map((item) => ({ key: item.key, text: item[language] }))
    return { aspect, items: spoken, changedAt }
  })
}

type ChecklistKey = { organisationId: string; aspect: Aspect }

/** One checklist, in both languages: an item that the organisation wrote says the same in both. */
export function checklistOf(
  db: Reader,
  { organisationId, aspect }: ChecklistKey,
): { items: ShippedItem[]; changedAt: number | null } {
  const own = db.select().from(checklists).where(isList(organisationId, aspect)).get()
  if (!own) return { items: [...shippedChecklists[aspect]], changedAt: null }
  const items = own.items.map((item) => spoken(aspect, item))
  return { items, changedAt: own.changedAt }
}

/** What was kept as it ships goes on speaking both languages. */
function spoken(aspect: Aspect, { key, text }: ChecklistItem): ShippedItem {
  const shipped = shippedChecklists[aspect].find((each) => each.key === key)
  const isUntouched = shipped && reads(shipped, text)
  return isUntouched ? shipped : { key, fr: text, en: text }
}

export type ChecklistChange = ChecklistKey & {
  /** In order; a new one has an empty key, one without text goes. `null`: as it ships. */
  items: readonly ChecklistItem[] | null
  personId: string
  now: Date
}

/**
 * Makes a checklist the organisation's own, or gives it up; what was answered before stays so.
 *
 * @throws UserError `checklist.twice` when two items say the same
 */
export function keepChecklist(bank: Bank, change: ChecklistChange): void {
  const { organisationId, aspect, personId, now } = change
  const at = now.getTime()
  bank.transaction(
    (tx) => {
      const items = change.items && keyed(change.items, checklistOf(tx, change).items)
      tx.delete(checklists).where(isList(organisationId, aspect)).run()
      if (items)
        tx.insert(checklists)
          .values({ organisationId, aspect, items, changedBy: personId, changedAt: at })
          .run()
      recordEvent(tx, {
        ...{ at, organisationId, personId, object: organisationId },
        action: 'checklist.changed',
        details: { aspect, items: (items ?? shippedChecklists[aspect]).length },
      })
    },
    { behavior: 'immediate' },
  )
}

/** Items keep the key they have, once each; any other gets a new one. */
function keyed(
  given: readonly ChecklistItem[],
  known: readonly ShippedItem[],
): ChecklistItem[] {
  const free = new Set(known.map(({ key }) => key))
  const items = given
    .map(({ key, text }) => ({ key, text: text.trim() }))
    .filter(({ text }) => text !== '')
    .map(({ key, text }) => ({ key: free.delete(key) ? key : newId(), text }))
  const twice = items.find(({ text }, at) => items.findIndex((each) => each.text === text) < at)
  if (twice) throw new UserError('checklist.twice', { item: twice.text })
  return items
}

function isList(organisationId: string, aspect: Aspect) {
  return and(eq(checklists.organisationId, organisationId), eq(checklists.aspect, aspect))
}
