import * as z from 'zod'
import { licence } from '#content-schema/licences/catalogue.ts'
import { intendedUses, levels, type ModuleFacts, modalities } from '#content-schema/module.ts'

/** What no XML manifest could carry (a pasted form feed, say) is left out. */
const unprintable = /[^\P{Cc}\t\n\r]/gu

const line = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(unprintable, '').trim())
    .pipe(z.string().max(longest))

/** What a module must say of itself before it can be saved; the gates ask for more. */
export const Facts: z.ZodType<ModuleFacts> = z.object({
  title: line(200).refine((title) => title !== ''),
  code: z
    .string()
    .trim()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  summary: line(1000),
  objective: line(500),
  level: z.enum(levels),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  minutes: z.coerce.number().int().min(1).max(600),
  audience: line(300),
  modality: z.enum(modalities),
  prerequisites: line(1000),
  keywords: z.array(line(60)).max(20),
  licence: z.string().refine((id) => licence(id) !== null),
  authors: z.array(line(120)).max(20),
  masteryPercent: z.coerce.number().int().min(0).max(100),
  // The default is not said, so that facts of before keep their digest.
  intendedUse: z
    .enum(intendedUses)
    .optional()
    .transform((use) => (use === 'internal' ? undefined : use)),
})
