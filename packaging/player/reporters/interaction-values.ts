import type { InteractionRecord } from '#content-schema/scoring/interaction-record.ts'
import { plainNumber } from '#content-schema/scoring/read-number.ts'
import type { Score } from '#content-schema/scoring/score-of.ts'
import type { GivenAnswer } from './reporter.ts'

/** SCORM 1.2 takes ten patterns at least, SCORM 2004 too: more are left out. */
const mostPatterns = 10

export function patternsOf({ patterns }: GivenAnswer, { id }: InteractionRecord) {
  const few = (patterns[id] ?? []).slice(0, mostPatterns)
  return Object.fromEntries(
    few.map((pattern, index) => [`correct_responses.${index}.pattern`, pattern]),
  )
}

export function resultOf({ success }: InteractionRecord, wrong: 'wrong' | 'incorrect'): string {
  if (success === null) return 'neutral'
  return success ? 'correct' : wrong
}

/** What a right answer is worth; an opinion is worth nothing, which is not said. */
export function weightOf({ question, mark }: GivenAnswer): string {
  return mark.success === null ? '' : plainNumber(question.points)
}

/** A score out of a hundred, as both SCORM standards name it; nothing where there is none. */
export function scoreValues(score: Score | null) {
  return (
    score && {
      'score.raw': plainNumber(Math.round(score.scaled * 10_000) / 100),
      'score.min': '0',
      'score.max': '100',
    }
  )
}

/** What was asked by this part of the question, or by the question. */
export function promptOf({ described, question }: GivenAnswer, { id }: InteractionRecord) {
  return (described[id] ?? described[question.id])?.prompt ?? ''
}
