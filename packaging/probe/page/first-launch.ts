import { statusFields } from '#packaging/publication/status.ts'
import type { Lms, Standard } from './lms.ts'
import { writeMark } from './mark.ts'

/** What an LMS did with all that it was asked; nothing of it says who the learner is. */
export type First = {
  /** Where its run-time stands: in a frame around this page, in the window that opened it, or here. */
  where: 'frame' | 'opener' | 'here'
  /** Whether the browser lets this page keep something of its own. */
  storage: boolean
  statuses: Status[]
  /** Whether a score is taken, and one with decimals. */
  score: 'decimals' | 'whole' | 'none'
  answers: boolean
  objectives: boolean
  /** Whether a request to store is answered well, and in how many milliseconds. */
  stores: boolean
  took: number
  /** Characters of resume data: the most it said it took, and how many were asked back at the end. */
  state: number
}

export type Status = (typeof allStatuses)[number]

/** The last one stays: nobody is failed by a test module. */
export const allStatuses = ['failed', 'completed', 'passed', 'incomplete'] as const

/** Characters of resume data that are tried, up to what the most generous LMS keeps. */
export const stateLengths: Record<Standard, number[]> = {
  'scorm-12': [255, 1000, 4096, 64_000],
  'scorm-2004': [1000, 4000, 64_000],
}

/** Where the learner is said to be while the module is open, and once it was closed. */
export const places = { open: 'probe-open', closed: 'probe-closed' }

/** Seconds that this sitting is said to have lasted. */
export const secondsSaid = 90

/**
 * Tries what our packages do, and leaves a mark for the next launch.
 *
 * @param now milliseconds of any clock
 */
export function firstLaunch(
  lms: Lms,
  { where, storage }: Pick<First, 'where' | 'storage'>,
  now: () => number,
): First {
  lms.set('exit', 'suspend')
  const statuses = allStatuses.filter((status) => keepsStatus(lms, status))
  const score = scoreTaken(lms)
  const answers = takesAnswer(lms)
  const objectives = takesObjective(lms)
  lms.set('sessionTime', lms.standard === 'scorm-12' ? '0000:01:30' : 'PT1M30S')
  lms.set('location', places.open)
  const from = now()
  const stores = lms.commit()
  const took = Math.round(now() - from)
  const found = { where, storage, statuses, score, answers, objectives, stores, took, state: 0 }
  return leaveMark(lms, found)
}

/** @see packaging/publication/status.ts: how our packages say it */
export function setStatus(lms: Lms, status: Status): boolean {
  if (lms.standard === 'scorm-12') return lms.set('status', status)
  const { completion, success } = statusFields(status)
  const taken = lms.set('success', success)
  return lms.set('status', completion) && taken
}

function keepsStatus(lms: Lms, status: Status): boolean {
  if (!setStatus(lms, status)) return false
  if (lms.standard === 'scorm-12') return lms.get('status') === status
  const { completion, success } = statusFields(status)
  const said = lms.get('success')
  return lms.get('status') === completion && (said === success || success === 'unknown')
}

function scoreTaken(lms: Lms): First['score'] {
  const whole = lms.set('raw', '85')
  lms.set('min', '0')
  lms.set('max', '100')
  if (lms.standard === 'scorm-2004') lms.set('scaled', '0.855')
  const decimals = lms.set('raw', '85.5')
  if (decimals && Number(lms.get('raw')) === 85.5) return 'decimals'
  return whole ? 'whole' : 'none'
}

function takesAnswer(lms: Lms): boolean {
  const begun = lms.set('answerId', 'probe_question')
  const typed = begun && lms.set('answerType', 'choice')
  const given = typed && lms.set('answerGiven', 'a')
  return given && lms.set('answerResult', 'correct')
}

function takesObjective(lms: Lms): boolean {
  return lms.set('objectiveId', 'probe_objective') && lms.set('objectiveStatus', 'passed')
}

/** As long as the LMS says that it takes and stores it. */
function leaveMark(lms: Lms, found: First): First {
  const room = writeMark(found, 0).length
  let left = found
  for (const length of stateLengths[lms.standard]) {
    const longer = { ...found, state: length }
    const taken = length > room + 10 && lms.set('state', writeMark(longer, length))
    if (taken && lms.commit()) left = longer
  }
  if (lms.get('state').length !== left.state) lms.set('state', writeMark(left, left.state))
  lms.commit()
  return left
}

/** The window is being closed: what is said now may come too late. */
export function sayClosed(lms: Lms): void {
  lms.set('location', places.closed)
  lms.commit()
  lms.finish()
}
