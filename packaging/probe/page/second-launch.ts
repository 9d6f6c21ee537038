import { places, setStatus } from './first-launch.ts'
import type { Lms } from './lms.ts'

/** What the LMS gave back of what the first launch left. */
export type Second = {
  /** Whether it says that the learner resumes. */
  resumes: boolean
  place: 'closed' | 'open' | 'lost'
  /** Characters of resume data. */
  state: number
  incomplete: boolean
  answers: number
  objectives: number
  seconds: number
}

export function secondLaunch(lms: Lms): Second {
  const location = lms.get('location')
  const place = location === places.closed ? 'closed' : 'open'
  const known = location === places.closed || location === places.open
  return {
    resumes: lms.get('entry') === 'resume',
    place: known ? place : 'lost',
    state: lms.get('state').length,
    incomplete: lms.get('status') === 'incomplete',
    answers: Number.parseInt(lms.get('answers'), 10) || 0,
    objectives: Number.parseInt(lms.get('objectives'), 10) || 0,
    seconds: secondsIn(lms.get('totalTime')),
  }
}

/** Whether an earlier launch left anything at all, where its mark is lost. */
export function wasLaunched(lms: Lms): boolean {
  return lms.get('location').startsWith('probe-') || lms.get('entry') === 'resume'
}

/** Passed and done, so that nobody is waited for; then nothing is said any more. */
export function endForGood(lms: Lms): void {
  lms.set('raw', '100')
  if (lms.standard === 'scorm-2004') lms.set('scaled', '1')
  setStatus(lms, 'passed')
  lms.set('exit', lms.standard === 'scorm-12' ? '' : 'normal')
  lms.commit()
}

/** @see SCORM 1.2 CMITimespan, SCORM 2004 timeinterval */
function secondsIn(text: string): number {
  const found =
    /^(?<h>\d+):(?<m>\d+):(?<s>\d+(\.\d+)?)$/.exec(text) ??
    /^P(?:(?<d>\d+)D)?T?(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+(\.\d+)?)S)?$/.exec(text)
  const { d = 0, h = 0, m = 0, s = 0 } = found?.groups ?? {}
  return Math.round(((Number(d) * 24 + Number(h)) * 60 + Number(m)) * 60 + Number(s))
}
