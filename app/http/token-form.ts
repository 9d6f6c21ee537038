import * as z from 'zod'
import { apiScopes } from '#app/db/schema/bank/api-tokens.ts'
import { tokenDays } from '#app/services/api-tokens/token-days.ts'

/** What the page of tokens sends. */
export const TokenForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('make'),
    name: z.string().trim().min(1).max(80),
    scopes: z.array(z.enum(apiScopes)).min(1),
    days: z.coerce.number().pipe(z.literal([...tokenDays])),
  }),
  z.object({ intent: z.literal('revoke'), tokenId: z.string().min(1).max(40) }),
])
