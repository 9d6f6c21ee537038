import * as z from 'zod'
import type { ExportFormat } from '#packaging/package-source.ts'
import type { Standing } from './standing.ts'

export const lifeStates = ['alive', 'quiet', 'never', 'unknown'] as const
/**
 * Whether learners are there: seen in the last 90 days, before that, never yet; `unknown` where
 * nothing would tell, since the package sends no statements and is not played from here.
 */
export type LifeState = (typeof lifeStates)[number]

export type Life = {
  state: LifeState
  /** `YYYY-MM-DD`; `null` where nobody was seen. */
  lastOn: string | null
  /** Attempts that sent something in the last 30 days and in the last 90; `null` without statements. */
  in30Days: number | null
  in90Days: number | null
  /** Learners who opened a package that is played from here; `null` for any other. */
  learners: number | null
}

/** One package that went out, with all that is remembered of it. */
export type Deployment = {
  packageId: string
  moduleId: string
  code: string
  title: string
  /** The one that was exported, `major.minor`. */
  edition: string
  /** What learners have before them: another one where it is played from this bank. */
  plays: string
  format: ExportFormat
  traces: boolean
  sha256: string
  /** For whom; empty: nobody said. */
  recipient: string
  /** The platform as it was said, else the one it was made for; empty: none. */
  lms: string
  note: string
  /** Who asked for it; a program by the name of its token. */
  by: string
  requestedBy: string
  requestedAt: number
  downloads: number | null
  lastDownloadAt: number | null
  retired: { at: number; by: string } | null
  /** Another package was asked for in its place. */
  replaced: boolean
  standing: Standing
}

export type LivingDeployment = Deployment & { life: Life }

export const shownStates = ['attention', 'retired', 'all'] as const

/** What somebody looks for in the register; what cannot be understood is not looked for. */
const DeploymentQuery = z.object({
  q: z.string().max(200).catch(''),
  /** `null`: all but those that nobody uses any more. */
  show: z.enum(shownStates).nullable().catch(null),
  life: z.enum(lifeStates).nullable().catch(null),
  lms: z.string().max(200).catch(''),
  /** Code of a module. */
  module: z.string().max(80).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
})
export type DeploymentQuery = z.infer<typeof DeploymentQuery>

export function readDeploymentQuery(search: URLSearchParams): DeploymentQuery {
  return DeploymentQuery.parse(Object.fromEntries(search))
}
