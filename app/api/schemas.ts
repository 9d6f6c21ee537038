import * as z from 'zod'
import { packageStates } from '#app/db/schema/bank/packages.ts'
import { DeliveryFields } from '#app/services/exports/delivery.ts'
import { moduleStates } from '#app/services/modules/list-modules.server.ts'
import { facetNames } from '#app/services/search/facets.ts'
import { reaches } from '#content-schema/rights/reason.ts'
import { PublicationFields, presets } from '#packaging/index.ts'
import { exportFormats } from '#packaging/package-source.ts'

const Code = z.string().trim().min(1).max(80)
const Instant = z.iso.datetime().describe('UTC')

export const ModuleState = z.enum(moduleStates)
export const Preset = z.enum(presets.map(({ id }) => id) as [string, ...string[]])
export const Nothing = z.strictObject({})
export const ModulePath = z.strictObject({ code: Code.describe('The code or id of a module') })
export const ExportPath = z.strictObject({ id: z.string().min(1).max(40) })

/** A state has names of its own; an organisation is the token's. */
const facetFields = Object.fromEntries(
  facetNames
    .filter((name) => name !== 'state' && name !== 'organisation')
    .map((name) => [
      name,
      z.string().max(200).optional().describe('Only modules with this value'),
    ]),
)

export const ModuleQuery = z.strictObject({
  query: z
    .string()
    .max(200)
    .default('')
    .describe('Words that a module has all of, in any of their forms'),
  full: z.stringbool().default(false).describe('Look in the text of modules too'),
  state: ModuleState.optional(),
  ...facetFields,
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(50),
})

export const Module = z
  .strictObject({
    code: z.string(),
    title: z.string(),
    objective: z.string(),
    minutes: z.number().describe('Announced learning time'),
    author: z.string(),
    state: ModuleState,
    edition: z.string().nullable().describe('The latest, such as 1.2; null before the first'),
    savedAt: Instant,
  })
  .meta({ id: 'Module' })

export const ModulePage = z
  .strictObject({
    total: z.number().int(),
    page: z.number().int(),
    perPage: z.number().int(),
    modules: z.array(Module),
  })
  .meta({ id: 'ModulePage' })

export const ModuleWithEditions = z
  .strictObject({
    ...Module.shape,
    editions: z.array(
      z.strictObject({
        edition: z.string(),
        publishedAt: Instant,
        note: z.string().describe('What changed, for those who use it'),
        digest: z.string().describe('SHA-256 of what was published'),
      }),
    ),
  })
  .meta({ id: 'ModuleWithEditions' })

const Recipient = z
  .string()
  .trim()
  .max(200)
  .describe('For whom it is: a client, a site, a session')

const UseWanted = z
  .strictObject({
    reach: z.enum(reaches).default('organisation'),
    commercial: z.boolean().default(false),
  })
  .describe('Who will have it and whether it is sold: its rights are judged for that')

/** At most as many as a person would look through. */
export const mostModules = 100

export const ExportWanted = z
  .strictObject({
    modules: z.array(Code).min(1).max(mostModules).optional().describe('Codes of modules'),
    query: z.string().max(200).optional().describe('Instead of modules: words that name them'),
    state: ModuleState.optional().describe('With query: only modules in this state'),
    format: z.enum(exportFormats).optional(),
    preset: Preset.optional().describe('The LMS it is made for'),
    profile: z.string().max(80).optional().describe('Name of a profile of the organisation'),
    settings: PublicationFields.optional().describe(
      'Single settings; those left out stay as the profile or the preset has them',
    ),
    language: z.enum(['fr', 'en']).default('fr').describe('Of the player’s own words'),
    traces: z.boolean().default(false).describe('Whether the packages send statements here'),
    themed: z
      .boolean()
      .optional()
      .describe(
        'Whether they look as the organisation does; as the profile says when left out',
      ),
    delivery: z.strictObject(DeliveryFields).partial().optional(),
    note: z.string().trim().max(1000).default(''),
    recipient: Recipient.default(''),
    use: UseWanted.default({ reach: 'organisation', commercial: false }),
  })
  .meta({ id: 'ExportWanted' })

export const ApiError = z
  .strictObject({ code: z.string(), message: z.string() })
  .meta({ id: 'Error' })

export const ExportsAsked = z
  .strictObject({
    exports: z.array(
      z.strictObject({
        module: z.string(),
        id: z.string().nullable().describe('null where it was refused'),
        state: z.enum(packageStates).nullable(),
        refusal: ApiError.nullable(),
      }),
    ),
  })
  .meta({ id: 'ExportsAsked' })

export const Finding = z
  .strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    message: z.string(),
    place: z.string().nullable().describe('The file of the package that it is about'),
    line: z.number().int().nullable().describe('The line of that file, from 1'),
    rule: z.string().nullable().describe('The rule, by the number of its standard'),
    advice: z.string().nullable().describe('What to do'),
  })
  .meta({ id: 'Finding' })

export const Export = z
  .strictObject({
    id: z.string(),
    module: z.string(),
    edition: z.string(),
    format: z.enum(exportFormats),
    preset: z.string().nullable(),
    state: z.enum(packageStates),
    progress: z.number().min(0).max(1).nullable().describe('null while it is not known'),
    fileName: z.string(),
    bytes: z.number().int().nullable(),
    sha256: z.string().nullable(),
    findings: z.array(Finding),
    requestedAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'Export' })

export const CheckQuery = z.strictObject({
  preset: Preset.optional().describe('The LMS whose limits are looked at too'),
})

export const Checked = z
  .strictObject({
    format: z.string().nullable().describe('What it is; null when it cannot be told'),
    bytes: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
    findings: z.array(Finding),
  })
  .meta({ id: 'Checked' })
