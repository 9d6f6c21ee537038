import type { Finding } from '../finding.ts'
import type { RightsRecord } from '../rights-record.ts'
import type { CommercialDecision } from './decided.ts'

/** Something that a whole is made of, with what is known of its rights. */
export type Part = {
  /** Where it stands: the id of a node. */
  id: string
  rights: RightsRecord
  /** Not as it came: cut, translated, changed. Going from one format to another changes nothing. */
  adapted: boolean
  /** That it may be used commercially all the same; absent where nobody said so. */
  decision?: CommercialDecision | undefined
}

/** Who will have it before them; `others`: named organisations outside one's own. */
export const reaches = ['organisation', 'others', 'public'] as const
export type Reach = (typeof reaches)[number]

/** What is about to be done with the whole. */
export type Use = {
  reach: Reach
  /** Mainly for money or for commercial advantage, whoever does it: training that is sold, for one. */
  commercial: boolean
}

/** One word a use, for tables of them. */
export function useKey({ reach, commercial }: Use): string {
  return commercial ? `${reach} commercial` : reach
}

export const solutionCodes = [
  'say-licence',
  'say-author',
  'say-source',
  'say-update-day',
  'say-granted',
  'keep-proof',
  'extend-right',
  'ask-release',
  'ask-parents',
  'ask-authorisation',
  'show-whole',
  'choose-licence',
  'replace',
  'replace-module',
  'keep-inside',
  'not-commercial',
  'decide',
] as const
export type SolutionCode = (typeof solutionCodes)[number]
/** What would settle it; `licences`: the short names of those to choose from. */
export type Solution = { code: SolutionCode; params?: { licences: string } }

/** What is wrong with a part, why, and what would settle it. */
export type Reason = Finding & { solutions: Solution[] }

type Said = {
  code: string
  severity?: Finding['severity']
  params?: Finding['params']
  solutions: (SolutionCode | Solution)[]
}

/** A reason that names its part by its title. */
export function because({ id, rights }: Part, said: Said): Reason {
  const { code, severity = 'blocks', params, solutions } = said
  return {
    code,
    severity,
    nodeId: id,
    params: { title: rights.title, ...params },
    solutions: solutions.map((each) => (typeof each === 'string' ? { code: each } : each)),
  }
}
