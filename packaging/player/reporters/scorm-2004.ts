import type { InteractionRecord } from '#content-schema/scoring/interaction-record.ts'
import { plainNumber } from '#content-schema/scoring/read-number.ts'
import type { Score } from '#content-schema/scoring/score-of.ts'
import { statusFields } from '#packaging/publication/status.ts'
import type { Standing } from '../state.ts'
import { isoDuration } from './durations.ts'
import { interactionId } from './interaction-id.ts'
import { patternsOf, promptOf, resultOf, scoreValues, weightOf } from './interaction-values.ts'
import { type Dialect, lastingReporter } from './lasting.ts'
import { openings } from './openings.ts'
import type { GivenAnswer, Objective, Report } from './reporter.ts'

/** @see SCORM 2004 4th edition Run-Time Environment §3.2, §4.2 */
export const scorm2004: Dialect = {
  core: openings['scorm-2004'].core,
  platform: 'scorm-2004',
  learner: 'learner_id',
  standing: (get) => standingOf(get('completion_status'), get('success_status')),
  values,
  objective,
  interaction,
}

export const reporter = lastingReporter(scorm2004)

function standingOf(completion: string, success: string): Standing {
  if (completion !== 'completed') return 'none'
  return success === 'passed' || success === 'failed' ? success : 'completed'
}

/** `adl.nav.request` is never set: it breaks the commit in Moodle. */
function values({ state, sectionId, progress, status, open, finished }: Report) {
  const { completion, success } = statusFields(status)
  return {
    ...scaledOf(progress.score),
    ...scoreValues(progress.score),
    progress_measure: plainNumber(Math.floor(progress.share * 10_000) / 10_000),
    completion_status: completion,
    ...(success !== 'unknown' && { success_status: success }),
    location: sectionId,
    suspend_data: state,
    session_time: isoDuration(open),
    exit: finished ? 'normal' : 'suspend',
  }
}

function scaledOf(score: Score | null) {
  return score && { 'score.scaled': plainNumber(score.scaled) }
}

function objective({ title, handedIn, score, passed }: Objective) {
  return {
    description: title,
    ...scaledOf(score),
    ...scoreValues(score),
    ...(passed !== null && { success_status: passed ? 'passed' : 'failed' }),
    completion_status: handedIn ? 'completed' : 'incomplete',
  }
}

/** In the order the standard asks for: the type before the answers. */
function interaction(given: GivenAnswer, record: InteractionRecord) {
  return {
    id: interactionId(given.code, record.id),
    type: record.type,
    'objectives.0.id': given.assessmentId ? interactionId(given.code, given.assessmentId) : '',
    timestamp: `${new Date(given.at).toISOString().slice(0, 22)}Z`,
    ...patternsOf(given, record),
    weighting: weightOf(given),
    learner_response: record.response,
    result: resultOf(record, 'incorrect'),
    latency: isoDuration(given.took),
    description: promptOf(given, record),
  }
}
