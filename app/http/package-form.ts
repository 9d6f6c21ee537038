import * as z from 'zod'
import { DeliveryFields } from '#app/services/exports/delivery.ts'

const { endsOn, mostLearners } = DeliveryFields

/** What is asked of one package. */
export const PackageForm = z.object({
  intent: z.enum(['cancel', 'again', 'end', 'reopen', 'limit']),
  endsOn,
  mostLearners,
})
