import type { InteractionRecord } from '#content-schema/scoring/interaction-record.ts'
import { standings } from '../state.ts'
import { timespan } from './durations.ts'
import { interactionId } from './interaction-id.ts'
import { patternsOf, resultOf, scoreValues, weightOf } from './interaction-values.ts'
import { type Dialect, lastingReporter } from './lasting.ts'
import { openings } from './openings.ts'
import type { GivenAnswer, Objective, Report } from './reporter.ts'

/** @see SCORM 1.2 Run-Time Environment §3.3, §3.4 */
export const scorm12: Dialect = {
  core: openings['scorm-12'].core,
  platform: 'scorm-12',
  learner: 'student_id',
  // One word for both completion and success: see the README of this format.
  standing: (get) => standings.find((each) => each === get('lesson_status')) ?? 'none',
  values,
  objective,
  interaction,
}

export const reporter = lastingReporter(scorm12)

function values({ state, sectionId, progress, status, open, finished }: Report) {
  return {
    ...scoreValues(progress.score),
    lesson_status: status,
    lesson_location: sectionId,
    suspend_data: state,
    session_time: timespan(open),
    exit: finished ? '' : 'suspend',
  }
}

function objective({ handedIn, score, passed }: Objective) {
  const judged = passed ? 'passed' : 'failed'
  const done = passed === null ? 'completed' : judged
  return { ...scoreValues(score), status: handedIn ? done : 'incomplete' }
}

/** In the order the standard asks for: the type before the answers. */
function interaction(given: GivenAnswer, record: InteractionRecord) {
  return {
    id: interactionId(given.code, record.id),
    type: record.type,
    time: timeOfDay(given.at),
    ...patternsOf(given, record),
    weighting: weightOf(given),
    student_response: record.response,
    result: resultOf(record, 'wrong'),
    latency: timespan(given.took),
  }
}

/** @see SCORM 1.2 Run-Time Environment, data type CMITime; the learner's own clock */
function timeOfDay(at: number): string {
  return new Date(at).toTimeString().slice(0, 8)
}
