import * as z from 'zod'
import {
  type Delivery,
  type ExportFormat,
  isPaper,
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
}

type Said = { [Name in keyof typeof DeliveryFields]: z.infer<(typeof DeliveryFields)[Name]> }

/** As much of it as this format asks. */
export function deliveryOf(format: ExportFormat, { reader, variant, minutes }: Said): Delivery {
  if (isPaper(format)) return { reader }
  return format === 'web' ? { web: { variant, minutes } } : {}
}
