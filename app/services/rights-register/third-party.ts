import * as z from 'zod'
import { type RightsRecord, useBases } from '#content-schema/rights-record.ts'

export const elementStates = ['ended', 'no-release', 'unknown', 'ending', 'fine'] as const
/** How the rights on an element stand, the gravest first. */
export type ElementState = (typeof elementStates)[number]

/** What others lent to the organisation, or in which somebody can be recognised. */
export type ThirdPartyElement = {
  digest: string
  mediaType: string
  rights: RightsRecord
  state: ElementState
  guarantor: string | null
  /** The drafts that show it. */
  modules: { moduleId: string; title: string }[]
  /** How many packages with it went out and are still used. */
  packages: number
  recordedBy: string
}

export const registerShows = [
  'attention',
  'ending',
  'ended',
  'unknown',
  'exception',
  'people',
] as const

/** What somebody looks for in the register; what cannot be understood is not looked for. */
const RegisterQuery = z.object({
  q: z.string().max(200).catch(''),
  show: z.enum(registerShows).nullable().catch(null),
  basis: z.enum(useBases).nullable().catch(null),
  page: z.coerce.number().int().min(1).catch(1),
})
export type RegisterQuery = z.infer<typeof RegisterQuery>

export function readRegisterQuery(search: URLSearchParams): RegisterQuery {
  return RegisterQuery.parse(Object.fromEntries(search))
}
