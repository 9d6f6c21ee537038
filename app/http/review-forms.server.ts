import * as z from 'zod'
import { languages } from '#app/i18n/languages.ts'
import type { Asked } from '#app/services/review/request-review.server.ts'
import { aspects } from '#content-schema/module.ts'

const day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/)
  .transform((text) => text || null)
const message = z.string().trim().max(2000)
const id = z.string().min(1).max(40)
const ids = z.array(id).max(100).default([])

const Request = z.object({
  intent: z.literal('request'),
  people: ids,
  guestName: z.array(z.string().trim().min(1).max(120)).max(50).default([]),
  guestEmail: z.array(z.union([z.literal(''), z.email().max(200)])).default([]),
  guestLanguage: z.array(z.enum(languages)).default([]),
  aspects: z.array(z.enum(aspects)).default([]),
  message,
  dueOn: day,
})

/** What whoever asks for reviews can send from the page of a module. */
export const ModuleReviewForm = z.discriminatedUnion('intent', [
  Request,
  z.object({ intent: z.literal('round'), roundId: id, message, dueOn: day }),
  z.object({ intent: z.literal('again'), reviewId: id, by: z.enum(['letter', 'hand']) }),
  z.object({ intent: z.literal('withdraw'), reviewId: id }),
  z.object({
    intent: z.literal('resolve'),
    reviewId: id,
    remarkId: id,
    answer: message.default(''),
  }),
  z.object({ intent: z.literal('reopen'), reviewId: id, remarkId: id }),
  z.object({ intent: z.literal('accept'), reviewId: id, remarkId: id }),
])

/** Members and guests that are known, then guests to be invited. */
export function askedIn({
  people,
  guestName,
  guestEmail,
  guestLanguage,
}: z.infer<typeof Request>): Asked[] {
  const invited = guestName.map((name, at) => {
    const email = guestEmail[at] || null
    const language = guestLanguage[at] ?? 'fr'
    return { name, email, language, by: email ? ('letter' as const) : ('hand' as const) }
  })
  return [...people.map((personId) => ({ personId })), ...invited]
}
