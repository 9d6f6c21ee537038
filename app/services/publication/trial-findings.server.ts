import type { Reader } from '#app/services/modules/find-module.server.ts'
import type { Content } from '#app/services/reuse/content-digest.server.ts'
import { standingOf } from '#app/services/review/standing.server.ts'
import { type Assumed, readTrialStanding } from '#app/services/trials/trial-standing.server.ts'
import type { Finding } from '#content-schema/finding.ts'
import type { GateProfile } from './gate-profiles.server.ts'

/** What sessions with target learners still owe; grave problems are said even where none was asked for. */
export function trialFindings(
  db: Reader,
  draft: Content,
  { trial: wanted }: Pick<GateProfile, 'trial'>,
  assuming?: Assumed,
): Finding[] {
  const { moduleId } = draft
  const { state, finished, grave } = readTrialStanding(db, {
    moduleId,
    standing: () => standingOf(db, draft),
    ...(assuming && { assuming }),
  })
  const severity = wanted ? 'blocks' : 'warns'
  const open = grave.map(({ title, nodeId, waitsFor }) => ({
    ...{ code: graveCodes[waitsFor], severity, nodeId, params: { title } },
  })) satisfies Finding[]
  if (!wanted) return open
  const params = { wanted: wanted.participants, finished }
  if (state !== 'passed')
    return [{ code: codes[state], severity, nodeId: null, params }, ...open]
  if (finished >= wanted.participants) return open
  return [{ code: 'trial.too-few', severity, nodeId: null, params }, ...open]
}

const codes = {
  missing: 'trial.missing',
  'under-way': 'trial.under-way',
  outdated: 'trial.outdated',
} as const

const graveCodes = {
  decision: 'trial.to-decide',
  correction: 'trial.to-correct',
  retest: 'trial.to-retest',
} as const
