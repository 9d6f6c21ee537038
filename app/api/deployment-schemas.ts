import * as z from 'zod'
import { lifeStates, shownStates } from '#app/services/deployments/deployment.ts'
import { deploymentStates, reasonCodes, todos } from '#app/services/deployments/standing.ts'
import { exportFormats } from '#packaging/package-source.ts'

const Instant = z.iso.datetime().describe('UTC')
const Day = z.string().describe('YYYY-MM-DD')

export const DeploymentsAsked = z.strictObject({
  query: z
    .string()
    .max(200)
    .default('')
    .describe('Words that all stand in the module, the recipient, the platform or the note'),
  show: z
    .enum(shownStates)
    .optional()
    .describe('Left out: all but those that nobody uses any more'),
  life: z.enum(lifeStates).optional(),
  module: z.string().max(80).default('').describe('Code of a module'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(50),
})

const Life = z.strictObject({
  state: z.enum(lifeStates).describe('unknown: nothing would tell'),
  lastOn: Day.nullable(),
  in30Days: z.number().int().nullable().describe('Attempts; null without statements'),
  in90Days: z.number().int().nullable(),
  learners: z.number().int().nullable().describe('Of a package played from here'),
})

const Reason = z.strictObject({
  code: z.enum(reasonCodes),
  what: z.string().describe('The latest edition, the aspect or the file'),
  day: Day,
  message: z.string(),
})

export const Deployment = z
  .strictObject({
    id: z.string().describe('Of the package, as under /exports'),
    module: z.string(),
    title: z.string(),
    edition: z.string(),
    plays: z.string().describe('The edition that learners have before them'),
    format: z.enum(exportFormats),
    traces: z.boolean(),
    sha256: z.string(),
    recipient: z.string().describe('For whom; empty: nobody said'),
    lms: z.string(),
    note: z.string(),
    exportedBy: z.string(),
    exportedAt: Instant,
    downloads: z.number().int().nullable().describe('null: of before they were counted'),
    lastDownloadAt: Instant.nullable(),
    retiredAt: Instant.nullable(),
    life: Life,
    state: z.enum(deploymentStates),
    reasons: z.array(Reason).describe('Why somebody should look at it, the gravest first'),
    todo: z.enum(todos).nullable(),
  })
  .meta({ id: 'Deployment' })

export const DeploymentsPage = z
  .strictObject({
    total: z.number().int(),
    page: z.number().int(),
    perPage: z.number().int(),
    deployments: z.array(Deployment),
  })
  .meta({ id: 'DeploymentPage' })
