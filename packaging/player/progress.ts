import { markAnswer } from '#content-schema/scoring/mark-answer.ts'
import { moduleScore } from '#content-schema/scoring/module-score.ts'
import { reaches, type Score } from '#content-schema/scoring/score-of.ts'
import { isDeferred, marksIn, placeOfPaper, satPapers } from './papers.ts'
import type { PlayerData } from './player-data.ts'
import type { LearnerState } from './state.ts'

/** How far a learner has come. */
export type Progress = {
  /** 0 to 1: pages seen, things done and questions answered, each counting the same. */
  share: number
  /** Every page was seen and all done; every question was answered rightly or has no try left. */
  completed: boolean
  /** `null` until it is completed, and in a module without questions. */
  passed: boolean | null
  /** `null` while no question was touched. */
  score: Score | null
}

/** Questions of an assessment are done with it, all at once. */
export function progressOf(data: PlayerData, state: LearnerState): Progress {
  const alone = [...data.questions.keys()].filter((index) => placeOfPaper(data, index) === -1)
  const asked = alone.filter((index) => !data.questions[index]?.optional)
  const finished = asked.filter((index) => isFinished(data, state, index)).length
  const steps = [...state.seen, ...state.done]
  const taken = steps.filter(Boolean).length
  const score = moduleScore(
    alone.map((index) => data.questions[index]!.question),
    marksIn(data, state),
    satPapers(data, state),
  )
  const completed = finished === asked.length && taken === steps.length
  return {
    share: (taken + finished) / (steps.length + asked.length),
    completed,
    passed: completed && score ? reaches(score, data.masteryPercent) : null,
    score,
  }
}

/**
 * Nothing more can be answered: it was right, or every try was used; in an assessment, no attempt is
 * open.
 */
export function isFinished(data: PlayerData, state: LearnerState, index: number): boolean {
  const place = placeOfPaper(data, index)
  if (place !== -1 && !state.attempts[place]?.open) return true
  const given = state.given[index]
  const question = data.questions[index]?.question
  if (!given || !question || isDeferred(data, index)) return false
  return given.tries >= question.tries || markAnswer(question, given.answer).success !== false
}
