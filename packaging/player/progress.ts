import { markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { Mark } from '#content-schema/scoring/question.ts'
import { type Score, scoreOf } from '#content-schema/scoring/score-of.ts'
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

export function progressOf(data: PlayerData, state: LearnerState): Progress {
  const questions = data.questions.map(({ question }) => question)
  const asked = data.questions.flatMap(({ optional }, index) => (optional ? [] : [index]))
  const finished = asked.filter((index) => isFinished(data, state, index)).length
  const steps = [...state.seen, ...state.done]
  const taken = steps.filter(Boolean).length
  const score = scoreOf(questions, marksOf(data, state))
  const completed = finished === asked.length && taken === steps.length
  return {
    share: (taken + finished) / (steps.length + asked.length),
    completed,
    passed: completed && score ? isEnough(score, data.masteryPercent) : null,
    score,
  }
}

/** Nothing more can be answered: it was right, or every try was used. */
export function isFinished(data: PlayerData, state: LearnerState, index: number): boolean {
  const given = state.given[index]
  const question = data.questions[index]?.question
  if (!given || !question) return false
  return given.tries >= question.tries || markAnswer(question, given.answer).success !== false
}

function marksOf(data: PlayerData, state: LearnerState): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  data.questions.forEach(({ question }, index) => {
    const given = state.given[index]
    if (given) marks.set(question.id, markAnswer(question, given.answer))
  })
  return marks
}

/** Scores are in ten-thousandths: what was lost by rounding must not fail anybody. */
function isEnough(score: Score, masteryPercent: number): boolean {
  return score.scaled * 100 >= masteryPercent - 0.005
}
