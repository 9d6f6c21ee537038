import { allStatuses, type First, secondsSaid } from './first-launch.ts'
import type { Second } from './second-launch.ts'
import type { ProbeWords } from './words.ts'

/** One thing that was found. */
export type Finding = {
  about: keyof ProbeWords['about']
  /** `waits` for the second launch. */
  verdict: keyof ProbeWords['verdicts']
  says: keyof ProbeWords['says']
  /** What to choose when exporting; absent where there is nothing to change. */
  choose?: keyof ProbeWords['choose']
  values: Record<string, string>
}

/** An LMS that takes longer holds the learner up. */
const slowStore = 500
/** Enough for every module that we export in SCORM 1.2. */
const enoughState = 4096

/** What all of it means for whoever exports. */
export function report(first: First, second: Second | null): Finding[] {
  return [
    found('where', 'good', `where-${first.where}`),
    state(first, second),
    resume(second),
    closing(second),
    statuses(first),
    score(first),
    answers(first, second),
    objectives(first, second),
    storing(first),
    time(second),
    first.storage
      ? found('storage', 'good', 'storage')
      : found('storage', 'limited', 'noStorage'),
  ]
}

function found(
  about: Finding['about'],
  verdict: Finding['verdict'],
  says: Finding['says'],
  rest: Partial<Pick<Finding, 'choose' | 'values'>> = {},
): Finding {
  return { about, verdict, says, values: {}, ...rest }
}

const waiting = (about: Finding['about']) => found(about, 'waits', 'waits')

function state({ state: asked }: First, second: Second | null): Finding {
  if (!second) return waiting('state')
  const values = { asked: String(asked), back: String(second.state) }
  const choose = second.state >= enoughState ? 'stateEnough' : 'stateShort'
  if (second.state === 0) return found('state', 'bad', 'stateNone', { choose: 'neverResume' })
  if (second.state < asked) return found('state', 'limited', 'stateCut', { values, choose })
  return found('state', choose === 'stateEnough' ? 'good' : 'limited', 'stateWhole', {
    values,
    choose,
  })
}

function resume(second: Second | null): Finding {
  if (!second) return waiting('resume')
  if (second.place === 'lost' && second.state === 0) {
    return found('resume', 'bad', 'resumeNot', { choose: 'neverResume' })
  }
  return second.resumes
    ? found('resume', 'good', 'resumes')
    : found('resume', 'limited', 'resumeUnsaid')
}

function closing(second: Second | null): Finding {
  if (!second) return waiting('closing')
  return second.place === 'closed'
    ? found('closing', 'good', 'closingKept')
    : found('closing', 'limited', 'closingLost', { choose: 'exitLink' })
}

function statuses({ statuses: kept }: First): Finding {
  if (kept.length === allStatuses.length) {
    return found('statuses', 'good', 'statusesAll', { choose: 'anyPair' })
  }
  const missing = allStatuses.filter((status) => !kept.includes(status))
  const values = { missing: missing.join(', ') }
  const choose = missing.includes('passed') ? 'completedPair' : 'incompletePair'
  return found('statuses', 'limited', 'statusesSome', { values, choose })
}

function score({ score: taken }: First): Finding {
  if (taken === 'decimals') return found('score', 'good', 'scoreDecimals')
  if (taken === 'whole') return found('score', 'limited', 'scoreWhole')
  return found('score', 'bad', 'scoreNone', { choose: 'noScore' })
}

function answers(first: First, second: Second | null): Finding {
  if (!first.answers) return found('answers', 'bad', 'answersRefused', { choose: 'noAnswers' })
  if (!second) return waiting('answers')
  return second.answers > 0
    ? found('answers', 'good', 'answersKept')
    : found('answers', 'limited', 'answersUnsure', { choose: 'lookAnswers' })
}

function objectives(first: First, second: Second | null): Finding {
  if (!first.objectives) {
    return found('objectives', 'bad', 'objectivesRefused', { choose: 'noObjectives' })
  }
  if (!second) return waiting('objectives')
  return second.objectives > 0
    ? found('objectives', 'good', 'objectivesKept')
    : found('objectives', 'limited', 'objectivesUnsure')
}

function storing({ stores, took }: First): Finding {
  const values = { took: String(took) }
  if (!stores) return found('storing', 'bad', 'storingNot')
  return took > slowStore
    ? found('storing', 'limited', 'storingSlow', { values })
    : found('storing', 'good', 'storing', { values })
}

function time(second: Second | null): Finding {
  if (!second) return waiting('time')
  const values = { seconds: String(second.seconds), said: String(secondsSaid) }
  return second.seconds >= secondsSaid
    ? found('time', 'good', 'timeAdded', { values })
    : found('time', 'limited', 'timeOwn', { values })
}
