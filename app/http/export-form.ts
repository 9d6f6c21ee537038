import * as z from 'zod'
import { languages } from '#app/i18n/languages.ts'
import { DeliveryFields, deliveryOf } from '#app/services/exports/delivery.ts'
import { reaches } from '#content-schema/rights/reason.ts'
import {
  completions,
  navigations,
  presets,
  resumes,
  statusPairs,
  successes,
} from '#packaging/index.ts'
import { exportFormats } from '#packaging/package-source.ts'

const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')
const percent = z.coerce.number().int().min(1).max(100)
const orNothing = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal('').transform(() => null), schema])

/** A publication as the fields of a page send it: a box that is not ticked sends nothing. */
const PublicationInForm = z.object({
  completion: z.enum(completions),
  seenPercent: percent.default(100),
  success: z.enum(successes),
  masteryPercent: orNothing(percent).default(null),
  status: z.enum(statusPairs),
  sendsScore: ticked,
  interactions: ticked,
  objectives: ticked,
  navigation: z.enum(navigations),
  resume: z.enum(resumes),
  cover: ticked,
  exitLink: ticked,
  learnerRemarks: ticked,
  title: z.string().trim().max(200),
})

/** What the page of exports sends, however it is sent. */
export const ExportForm = z
  .object({
    intent: z.enum(['prepare', 'keep-profile', 'remove-profile']),
    format: z.enum(exportFormats),
    ...DeliveryFields,
    language: z.enum(languages),
    traces: ticked,
    themed: z
      .enum(['yes', 'no'])
      .default('no')
      .transform((value) => value === 'yes'),
    preset: orNothing(z.enum(presets.map(({ id }) => id) as [string])).default(null),
    note: z.string().trim().max(1000).default(''),
    recipient: z.string().trim().max(200).default(''),
    reach: z.enum(reaches).default('organisation'),
    commercial: ticked,
    profileName: z.string().trim().max(80).default(''),
    ...PublicationInForm.shape,
  })
  .transform(
    ({
      intent,
      format,
      language,
      traces,
      themed,
      preset,
      note,
      recipient,
      reach,
      commercial,
      profileName,
      reader,
      variant,
      minutes,
      endsOn,
      mostLearners,
      ...publication
    }) => ({
      ...{ intent, format, language, traces, themed, preset, note, recipient, profileName },
      use: { reach, commercial },
      delivery: deliveryOf(format, { reader, variant, minutes, endsOn, mostLearners }),
      publication,
    }),
  )
