import type { InteractionRecord } from '#content-schema/scoring/interaction-record.ts'
import { plainNumber } from '#content-schema/scoring/read-number.ts'
import { statusFields } from '#packaging/publication/status.ts'
import type { Standing } from '../state.ts'
import type { Said } from './browser-copy.ts'
import { isoDuration } from './durations.ts'
import { interactionId } from './interaction-id.ts'
import {
  pair,
  patternsOf,
  promptOf,
  resultOf,
  scoreValues,
  weightOf,
} from './interaction-values.ts'
import { type Dialect, lastingReporter } from './lasting.ts'
import { openings } from './openings.ts'
import type { GivenAnswer, Objective, Report } from './reporter.ts'

/** @see SCORM 2004 4th edition Run-Time Environment §3.2, §4.2 */
export const scorm2004: Dialect = {
  ...openings['scorm-2004'],
  platform: 'scorm-2004',
  entry: 'cmi.entry',
  learner: 'cmi.learner_id',
  standing: (get) => standingOf(get('cmi.completion_status'), get('cmi.success_status')),
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
  const score = progress.score
  return {
    ...(score && {
      'cmi.score.scaled': plainNumber(score.scaled),
      'cmi.score.raw': plainNumber(Math.round(score.scaled * 10_000) / 100),
      'cmi.score.min': '0',
      'cmi.score.max': '100',
    }),
    'cmi.progress_measure': plainNumber(Math.floor(progress.share * 10_000) / 10_000),
    'cmi.completion_status': completion,
    ...(success !== 'unknown' && { 'cmi.success_status': success }),
    'cmi.location': sectionId,
    'cmi.suspend_data': state,
    'cmi.session_time': isoDuration(open),
    'cmi.exit': finished ? 'normal' : 'suspend',
  }
}

function objective({ title, handedIn, score, passed }: Objective): Said {
  return [
    pair('description', title),
    ...(score ? [pair('score.scaled', plainNumber(score.scaled)), ...scoreValues(score)] : []),
    ...(passed === null ? [] : [pair('success_status', passed ? 'passed' : 'failed')]),
    pair('completion_status', handedIn ? 'completed' : 'incomplete'),
  ]
}

/** In the order the standard asks for: the type before the answers. */
function interaction(given: GivenAnswer, record: InteractionRecord): Said {
  const { points, weighed } = weightOf(given)
  return [
    ['id', interactionId(given.code, record.id)],
    ['type', record.type],
    ...(given.objectiveId ? [pair('objectives.0.id', given.objectiveId)] : []),
    ['timestamp', `${new Date(given.at).toISOString().slice(0, 22)}Z`],
    ...patternsOf(given, record),
    ...(weighed ? [pair('weighting', points)] : []),
    ...(record.response ? [pair('learner_response', record.response)] : []),
    ['result', resultOf(record, 'incorrect')],
    ['latency', isoDuration(given.took)],
    ['description', promptOf(given, record)],
  ]
}
