import { isCorrected, type Paper } from '#content-schema/scoring/assessment.ts'
import { markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { SatPaper } from '#content-schema/scoring/module-score.ts'
import type { Answer, Mark } from '#content-schema/scoring/question.ts'
import type { PlayerData } from './player-data.ts'
import type { LearnerState } from './state.ts'

/** The assessment at a place, as this learner sits it. */
export function paperAt(data: PlayerData, { learner }: LearnerState, place: number): Paper {
  const assessment = data.assessments[place]!
  const questions = data.questions
    .map(({ question }) => question)
    .filter(({ id }) => assessment.questions.includes(id))
  return { assessment, questions, seed: learner }
}

/** Where the assessment is that asks a question; -1 for a question that stands alone. */
export function placeOfPaper(data: PlayerData, index: number): number {
  const id = data.questions[index]?.question.id ?? ''
  return data.assessments.findIndex(({ questions }) => questions.includes(id))
}

export function satPapers(data: PlayerData, state: LearnerState): SatPaper[] {
  return data.assessments.map(({ required }, place) => ({
    paper: paperAt(data, state, place),
    attempts: state.attempts[place]!,
    required,
  }))
}

/** What was answered so far, by question id. */
export function answersIn(data: PlayerData, state: LearnerState): Map<string, Answer> {
  return new Map(
    data.questions.flatMap(({ question }, index) => {
      const given = state.given[index]
      return given ? [[question.id, given.answer]] : []
    }),
  )
}

export function marksIn(data: PlayerData, state: LearnerState): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  data.questions.forEach(({ question }, index) => {
    const given = state.given[index]
    if (given) marks.set(question.id, markAnswer(question, given.answer))
  })
  return marks
}

/** Answers are kept, and can be changed, until all is handed in. */
export function isDeferred(data: PlayerData, index: number): boolean {
  const assessment = data.assessments[placeOfPaper(data, index)]
  return assessment !== undefined && assessment.correction !== 'each'
}

/** Whether the learner may see what was right in a question, once it is answered. */
export function mayBeCorrected(data: PlayerData, state: LearnerState, index: number): boolean {
  const place = placeOfPaper(data, index)
  return place === -1 || isCorrected(paperAt(data, state, place), state.attempts[place]!)
}
