import * as z from 'zod'
import { type ChecklistItem, checkAnswers } from '#app/db/schema/bank/index.ts'
import type { CheckGiven } from '#app/services/review/checklist-answers.server.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { parse } from './read-form.server.ts'

const key = z.string().max(40)

/** The longest that an item may be, in characters. */
const text = z.string().trim().max(300)

const Fields = z.object({
  intent: z.enum(['save', 'reset']),
  aspect: z.enum(aspects),
  key: z.array(key).max(40).default([]),
  text: z.array(text).max(40).default([]),
})

/** What an organisation sends of one checklist: the keys and the words of its items, in order. */
export const ChecklistForm = Fields.transform(({ intent, aspect, key: keys, text: texts }) => {
  const items: ChecklistItem[] = texts.map((words, at) => ({
    key: keys[at] ?? '',
    text: words,
  }))
  return { intent, aspect, items: intent === 'reset' ? null : items }
})

const Check = z.object({
  key,
  text: z.string().max(300),
  answer: z.enum(checkAnswers).nullable(),
  note: z.string().trim().max(1000).default(''),
})

/**
 * What a reviewer sends of the checklist of an aspect: for each item, `<aspect>.text.<key>`,
 * `<aspect>.check.<key>` and `<aspect>.checkNote.<key>`.
 *
 * @throws UserError `form.field`
 */
export function checksIn(fields: Record<string, unknown>, aspect: Aspect): CheckGiven[] {
  const prefix = `${aspect}.text.`
  return Object.keys(fields)
    .filter((name) => name.startsWith(prefix))
    .map((name) => {
      const itemKey = name.slice(prefix.length)
      return parse(Check, {
        ...{ key: itemKey, text: fields[name] },
        answer: fields[`${aspect}.check.${itemKey}`] || null,
        note: fields[`${aspect}.checkNote.${itemKey}`],
      })
    })
}
