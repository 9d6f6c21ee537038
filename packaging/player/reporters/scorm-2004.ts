import {
  type InteractionRecord,
  interactionRecords,
} from '#content-schema/scoring/interaction-record.ts'
import { plainNumber } from '#content-schema/scoring/read-number.ts'
import { statusFields } from '#packaging/publication/status.ts'
import type { Standing } from '../state.ts'
import { isoDuration } from './durations.ts'
import { findApi } from './find-api.ts'
import { interactionId } from './interaction-id.ts'
import {
  pair,
  patterns,
  promptOf,
  resultOf,
  scoreValues,
  weightOf,
} from './interaction-values.ts'
import { noRun } from './no-run.ts'
import { writesObjectives } from './objectives.ts'
import type { GivenAnswer, Objective, Report, Reporter, Run } from './reporter.ts'
import { setChanged } from './set-changed.ts'

/** The run-time object of a SCORM 2004 LMS. @see SCORM 2004 4th edition Run-Time Environment §3.2 */
export type Scorm2004Runtime = {
  Initialize(nothing: ''): unknown
  GetValue(name: string): unknown
  SetValue(name: string, value: string): unknown
  Commit(nothing: ''): unknown
  Terminate(nothing: ''): unknown
}

export const reporter: Reporter = {
  platform: 'scorm-2004',
  async open() {
    const api = findApi<Scorm2004Runtime>('API_1484_11', window)
    return api ? openScorm2004(api) : noRun
  },
}

/** Begins a sitting: the exit is set first of all, since without it a lost connection erases all. */
export function openScorm2004(api: Scorm2004Runtime): Run {
  api.Initialize('')
  const get = (name: string) => String(api.GetValue(name) ?? '')
  const set = setChanged((name, value) => api.SetValue(name, value))
  const records = !/^(review|browse)$/.test(get('cmi.mode'))
  if (records) set({ 'cmi.exit': 'suspend' })
  const standing = standingOf(get('cmi.completion_status'), get('cmi.success_status'))
  const setObjectives = writesObjectives(get, api.SetValue.bind(api), objectiveValues)
  const saved = get('cmi.suspend_data')
  let interactions = Number.parseInt(get('cmi.interactions._count'), 10) || 0
  return {
    saved,
    standing,
    records,
    report: (report) => {
      set(valuesOf(report))
      setObjectives(report.objectives)
    },
    answered(given) {
      for (const record of interactionRecords(given.question, given.answer, 'scorm-2004')) {
        for (const [name, value] of interactionValues(given, record)) {
          api.SetValue(`cmi.interactions.${interactions}.${name}`, value)
        }
        interactions += 1
      }
    },
    send: () => {
      api.Commit('')
    },
    close: () => {
      api.Terminate('')
    },
  }
}

function standingOf(completion: string, success: string): Standing {
  if (completion !== 'completed') return 'none'
  return success === 'passed' || success === 'failed' ? success : 'completed'
}

/** `adl.nav.request` is never set: it breaks the commit in Moodle. */
function valuesOf({ state, sectionId, progress, status, open, finished }: Report) {
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

function objectiveValues({ title, handedIn, score, passed }: Objective): [string, string][] {
  return [
    pair('description', title),
    ...(score ? [pair('score.scaled', plainNumber(score.scaled)), ...scoreValues(score)] : []),
    ...(passed === null ? [] : [pair('success_status', passed ? 'passed' : 'failed')]),
    pair('completion_status', handedIn ? 'completed' : 'incomplete'),
  ]
}

/** In the order the standard asks for: the type before the answers. */
function interactionValues(given: GivenAnswer, record: InteractionRecord): [string, string][] {
  const { points, weighed } = weightOf(given)
  return [
    ['id', interactionId(given.code, record.id)],
    ['type', record.type],
    ...(given.objectiveId ? [pair('objectives.0.id', given.objectiveId)] : []),
    ['timestamp', `${new Date(given.at).toISOString().slice(0, 22)}Z`],
    ...patterns(record),
    ...(weighed ? [pair('weighting', points)] : []),
    ...(record.response ? [pair('learner_response', record.response)] : []),
    ['result', resultOf(record, 'incorrect')],
    ['latency', isoDuration(given.took)],
    ['description', promptOf(given, record)],
  ]
}
