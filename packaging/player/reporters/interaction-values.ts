import type { InteractionRecord } from '#content-schema/scoring/interaction-record.ts'
import { plainNumber } from '#content-schema/scoring/read-number.ts'
import type { Score } from '#content-schema/scoring/score-of.ts'
import type { GivenAnswer } from './reporter.ts'

/** A name of the data model with its value. */
export const pair = (name: string, value: string): [string, string] => [name, value]

/** SCORM 1.2 takes ten patterns at least, SCORM 2004 too: more are left out. */
const mostPatterns = 10

export function patternsOf({ patterns }: GivenAnswer, { id }: InteractionRecord) {
  return (patterns[id] ?? [])
    .slice(0, mostPatterns)
    .map((pattern, index) => pair(`correct_responses.${index}.pattern`, pattern))
}

export function resultOf({ success }: InteractionRecord, wrong: 'wrong' | 'incorrect'): string {
  if (success === null) return 'neutral'
  return success ? 'correct' : wrong
}

/** What a right answer is worth; an opinion is worth nothing, which is not said. */
export function weightOf({ question, mark }: GivenAnswer) {
  return { points: plainNumber(question.points), weighed: mark.success !== null }
}

/** A score out of a hundred, as both SCORM standards name it. */
export function scoreValues({ scaled }: Score): [string, string][] {
  const raw = plainNumber(Math.round(scaled * 10_000) / 100)
  return [pair('score.raw', raw), pair('score.min', '0'), pair('score.max', '100')]
}

/** What was asked by this part of the question, or by the question. */
export function promptOf({ described, question }: GivenAnswer, { id }: InteractionRecord) {
  return (described[id] ?? described[question.id])?.prompt ?? ''
}
