import type { Standing } from '../player/state.ts'

/** What is said when all went well, then what is said on failure. */
export const statusPairs = [
  'passed-incomplete',
  'passed-failed',
  'completed-incomplete',
  'completed-failed',
] as const
export type StatusPair = (typeof statusPairs)[number]

/** The one word of SCORM 1.2's `lesson_status`; SCORM 2004 says it in two fields. */
export type Status = 'incomplete' | 'completed' | 'passed' | 'failed'

/** The word an LMS is told. */
export function statusOf(pair: StatusPair, standing: Standing): Status {
  if (standing === 'none') return 'incomplete'
  return pair.split('-')[standing === 'failed' ? 1 : 0] as Status
}

/**
 * The same in SCORM 2004, where nothing final is said of success beside `completed` alone.
 *
 * @see SCORM 2004 4th edition Run-Time Environment §4.2.4 and §4.2.22
 */
export function statusFields(status: Status): {
  completion: 'completed' | 'incomplete'
  success: 'passed' | 'failed' | 'unknown'
} {
  return {
    completion: status === 'incomplete' ? 'incomplete' : 'completed',
    success: status === 'passed' || status === 'failed' ? status : 'unknown',
  }
}
