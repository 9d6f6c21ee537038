import type { Aspect } from '#content-schema/module.ts'

/** All that decides how a deployed package stands. */
export type KnownOfDeployment = {
  retired: boolean
  /** How often its file was taken; `null`: of before this was counted. */
  downloads: number | null
  /** Whether it is played from this bank, and is still. */
  thin: 'played' | 'over' | null
  /** What learners have before them, `major.minor`; a thin package follows by itself where it can. */
  plays: string
  latest: string
  /** When the first edition after it was published: milliseconds since 1970. */
  outdatedSince: number | null
  /** Another package was asked for in its place. */
  replaced: boolean
  /** The aspects of its module that somebody answers for, or did; `of`: of a module that it shows, by title. */
  guarantees: { aspect: Aspect; endsOn: string; of?: string }[]
  /** The files in it whose right ends; `inLatest`: the latest edition shows them still. */
  rights: { digest: string; title: string; until: string; inLatest: boolean }[]
}

export const deploymentStates = ['attention', 'current', 'unused', 'ended', 'retired'] as const
/** `unused`: nobody took its file; `ended`: the bank plays it no more. */
export type DeploymentState = (typeof deploymentStates)[number]

export const reasonCodes = [
  'right-ended',
  'guarantee-ended',
  'outdated',
  'outdated-thin',
  'right-ending',
  'guarantee-ending',
] as const
/** Why somebody should look at it, the gravest first in {@link reasonCodes}. */
export type Reason =
  | { code: 'right-ended' | 'right-ending'; digest: string; title: string; day: string }
  | { code: 'guarantee-ended' | 'guarantee-ending'; aspect: Aspect; day: string; of?: string }
  | { code: 'outdated' | 'outdated-thin'; latest: string; since: number }

export const todos = ['renew', 'retire', 'end', 'right', 'guarantee'] as const
/** What would settle it: the package made again, put aside, ended, or a term made longer. */
export type Todo = (typeof todos)[number]

export type Standing = { state: DeploymentState; reasons: Reason[]; todo: Todo | null }

/**
 * How a deployed package stands and the one thing to do.
 *
 * @param days today, and the last day that is near, `YYYY-MM-DD`
 */
export function standingOf(
  known: KnownOfDeployment,
  days: { today: string; near: string },
): Standing {
  const quiet = quietState(known)
  if (quiet) return { state: quiet, reasons: [], todo: null }
  const reasons = reasonsOf(known, days)
  if (reasons.length === 0) return { state: 'current', reasons, todo: null }
  return { state: 'attention', reasons, todo: todoOf(known, reasons) }
}

/** Nobody has it before them: whatever ends, there is nothing to do. */
function quietState({ retired, thin, downloads }: KnownOfDeployment): DeploymentState | null {
  if (retired) return 'retired'
  if (thin === 'over') return 'ended'
  return downloads === 0 ? 'unused' : null
}

function reasonsOf(
  known: KnownOfDeployment,
  { today, near }: { today: string; near: string },
): Reason[] {
  const { thin, latest, outdatedSince: since, guarantees, rights } = known
  const reasons: Reason[] = [
    ...rights
      .filter(({ until }) => until <= near)
      .map(({ digest, title, until: day }) => {
        const code = day < today ? ('right-ended' as const) : ('right-ending' as const)
        return { code, digest, title, day }
      }),
    ...guarantees
      .filter(({ endsOn }) => endsOn <= near)
      .map(({ aspect, endsOn: day, of }) => {
        const code = day < today ? ('guarantee-ended' as const) : ('guarantee-ending' as const)
        return { code, aspect, day, ...(of !== undefined && { of }) }
      }),
  ]
  if (since !== null) reasons.push({ code: thin ? 'outdated-thin' : 'outdated', latest, since })
  return reasons.sort((a, b) => gravity(a) - gravity(b))
}

export function gravity({ code }: Reason): number {
  return reasonCodes.indexOf(code)
}

function todoOf(known: KnownOfDeployment, reasons: Reason[]): Todo {
  const [gravest] = reasons as [Reason, ...Reason[]]
  if (known.replaced) return known.thin ? 'end' : 'retire'
  if (isCured(known, gravest)) return 'renew'
  if (gravest.code === 'right-ended') return known.thin ? 'end' : 'retire'
  return gravest.code === 'right-ending' ? 'right' : 'guarantee'
}

/** Whether the latest edition does without what is wrong. */
function isCured({ outdatedSince, rights }: KnownOfDeployment, reason: Reason): boolean {
  if (outdatedSince === null) return false
  if (reason.code === 'right-ended' || reason.code === 'right-ending')
    return rights.some(({ digest, inLatest }) => digest === reason.digest && !inLatest)
  return reason.code === 'outdated' || reason.code === 'outdated-thin'
}
