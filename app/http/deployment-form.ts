import * as z from 'zod'

const packageId = z.string().min(1).max(40)

/** What the register of deployments sends. */
export const DeploymentForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('say'),
    packageId,
    recipient: z.string().trim().max(200),
    lms: z.string().trim().max(200),
  }),
  z.object({
    intent: z.enum(['renew', 'retire', 'bring-back', 'end', 'reopen']),
    packageId,
  }),
])
