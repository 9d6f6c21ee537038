import {
  type InteractionRecord,
  interactionRecords,
} from '#content-schema/scoring/interaction-record.ts'
import { plainNumber } from '#content-schema/scoring/read-number.ts'
import type { Standing } from '../state.ts'
import { timespan } from './durations.ts'
import { findApi } from './find-api.ts'
import { interactionId } from './interaction-id.ts'
import { pair, patterns, resultOf, scoreValues, weightOf } from './interaction-values.ts'
import { noRun } from './no-run.ts'
import { writesObjectives } from './objectives.ts'
import type { GivenAnswer, Objective, Report, Reporter, Run } from './reporter.ts'
import { setChanged } from './set-changed.ts'

/** The run-time object of a SCORM 1.2 LMS. @see SCORM 1.2 Run-Time Environment §3.3 */
export type Scorm12Runtime = {
  LMSInitialize(nothing: ''): unknown
  LMSGetValue(name: string): unknown
  LMSSetValue(name: string, value: string): unknown
  LMSCommit(nothing: ''): unknown
  LMSFinish(nothing: ''): unknown
}

export const reporter: Reporter = {
  platform: 'scorm-12',
  async open() {
    const api = findApi<Scorm12Runtime>('API', window)
    return api ? openScorm12(api) : noRun
  },
}

/** Begins a sitting: the exit is set first of all, so that a lost connection loses no state. */
export function openScorm12(api: Scorm12Runtime): Run {
  api.LMSInitialize('')
  const get = (name: string) => String(api.LMSGetValue(name) ?? '')
  const set = setChanged((name, value) => api.LMSSetValue(name, value))
  const setObjectives = writesObjectives(get, api.LMSSetValue.bind(api), objectiveValues)
  const standing = standings[get('cmi.core.lesson_status')] ?? 'none'
  const records = !/^(review|browse)$/.test(get('cmi.core.lesson_mode'))
  const saved = get('cmi.suspend_data')
  let interactions = Number.parseInt(get('cmi.interactions._count'), 10) || 0
  if (records) set({ 'cmi.core.exit': 'suspend' })
  return {
    saved,
    standing,
    records,
    report: (report) => {
      set(valuesOf(report))
      setObjectives(report.objectives)
    },
    answered(given) {
      for (const record of interactionRecords(given.question, given.answer, 'scorm-12')) {
        for (const [name, value] of interactionValues(given, record)) {
          api.LMSSetValue(`cmi.interactions.${interactions}.${name}`, value)
        }
        interactions += 1
      }
    },
    send: () => {
      api.LMSCommit('')
    },
    close: () => {
      api.LMSFinish('')
    },
  }
}

/** SCORM 1.2 has one word for both completion and success: see the README of this format. */
const standings: Record<string, Standing> = {
  completed: 'completed',
  passed: 'passed',
  failed: 'failed',
}

function valuesOf({ state, sectionId, progress, status, open, finished }: Report) {
  const raw = progress.score && plainNumber(Math.round(progress.score.scaled * 10_000) / 100)
  return {
    ...(raw !== null && {
      'cmi.core.score.raw': raw,
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
    }),
    'cmi.core.lesson_status': status,
    'cmi.core.lesson_location': sectionId,
    'cmi.suspend_data': state,
    'cmi.core.session_time': timespan(open),
    'cmi.core.exit': finished ? '' : 'suspend',
  }
}

function objectiveValues({ handedIn, score, passed }: Objective): [string, string][] {
  const judged = passed ? 'passed' : 'failed'
  const done = passed === null ? 'completed' : judged
  return [...(score ? scoreValues(score) : []), pair('status', handedIn ? done : 'incomplete')]
}

/** In the order the standard asks for: the type before the answers. */
function interactionValues(given: GivenAnswer, record: InteractionRecord): [string, string][] {
  const { points, weighed } = weightOf(given)
  return [
    ['id', interactionId(given.code, record.id)],
    ['type', record.type],
    ['time', timeOfDay(given.at)],
    ...patterns(record),
    ...(weighed ? [pair('weighting', points)] : []),
    ...(record.response ? [pair('student_response', record.response)] : []),
    ['result', resultOf(record, 'wrong')],
    ['latency', timespan(given.took)],
  ]
}

/** @see SCORM 1.2 Run-Time Environment, data type CMITime; the learner's own clock */
function timeOfDay(at: number): string {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((value) => String(value).padStart(2, '0'))
    .join(':')
}
