import * as z from 'zod'
import { forwardingVersions } from '#app/db/schema/bank/index.ts'

const id = z.string().min(1).max(40)
const name = z.string().trim().min(1).max(80)
const key = z.string().trim().min(1).max(200)
const secret = z.string().min(1).max(500)

const filter = {
  moduleIds: z.array(z.string().max(80)).max(2000).default([]),
  verbIds: z.array(z.string().max(300)).max(100).default([]),
  trials: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked !== undefined),
}

/** What the page of forwarding sends. */
export const ForwardingForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('add'),
    ...{ name, key, secret, ...filter },
    endpoint: z.string().trim().min(1).max(500),
    version: z.enum(forwardingVersions),
    from: z.union([z.literal(''), z.iso.date()]).default(''),
  }),
  z.object({ intent: z.literal('change'), targetId: id, name, ...filter }),
  z.object({ intent: z.literal('secret'), targetId: id, key, secret }),
  z.object({ intent: z.enum(['pause', 'resume', 'remove']), targetId: id }),
  z.object({
    intent: z.enum(['resend', 'drop']),
    targetId: id,
    /** Empty: all of them. */
    statementId: z
      .string()
      .max(40)
      .default('')
      .transform((text) => text || null),
  }),
])
