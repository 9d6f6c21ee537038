import { isCorrected, type Paper } from '#content-schema/scoring/assessment.ts'
import { markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { Mark } from '#content-schema/scoring/question.ts'
import type { PlayerData } from './player-data.ts'
import type { LearnerState } from './state.ts'

/** The assessment at a place, as this learner sits it. */
export function paperAt(data: PlayerData, { learner }: LearnerState, place: number): Paper {
  return {
    assessment: data.assessments[place]!,
    questions: data.questions
      .filter((each) => each.paper === place)
      .map((each) => each.question),
    seed: learner,
  }
}

/** Marks of what was answered so far, by question id. */
export function marksIn(data: PlayerData, state: LearnerState): Map<string, Mark> {
  return new Map(
    data.questions.flatMap(({ question }, index) => {
      const given = state.given[index]
      return given ? [[question.id, markAnswer(question, given.answer)]] : []
    }),
  )
}

/** Whether the learner may see what was right in a question, once it is answered. */
export function mayBeCorrected(data: PlayerData, state: LearnerState, index: number): boolean {
  const { paper } = data.questions[index]!
  const attempts = state.attempts[paper]
  return !attempts || isCorrected(paperAt(data, state, paper), attempts)
}
