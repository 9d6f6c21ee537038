import * as z from 'zod'
import { isDay } from '#app/services/guarantees/days.ts'
import { mostCounted } from '#app/services/thin/most-counted.ts'
import {
  type Delivery,
  type ExportFormat,
  isPaper,
  isThin,
  kioskMinutes,
  readers,
  webVariants,
} from '#packaging/package-source.ts'

/** What only some formats ask, as a form or a command line says it. */
export const DeliveryFields = {
  reader: z.enum(readers).default('learner'),
  variant: z.enum(webVariants).default('folder'),
  minutes: z.coerce
    .number()
    .int()
    .min(kioskMinutes.least)
    .max(kioskMinutes.most)
    .default(kioskMinutes.usual),
  endsOn: z
    .union([z.literal('').transform(() => null), z.string().refine(isDay)])
    .default(null),
  mostLearners: z
    .union([
      z.literal('').transform(() => null),
      z.coerce.number().int().min(1).max(mostCounted),
    ])
    .default(null),
}

type Said = { [Name in keyof typeof DeliveryFields]: z.infer<(typeof DeliveryFields)[Name]> }

/** As much of it as this format asks. */
export function deliveryOf(format: ExportFormat, said: Said): Delivery {
  const { reader, variant, minutes, endsOn, mostLearners } = said
  if (isPaper(format)) return { reader }
  if (isThin(format)) return { thin: { endsOn, mostLearners } }
  return format === 'web' ? { web: { variant, minutes } } : {}
}
