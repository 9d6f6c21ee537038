import type { Mark, Question } from './question.ts'
import { pointsAsked, pointsEarned, pointsScore, reaches, type Score } from './score-of.ts'
import { shuffled } from './shuffled.ts'

/** When learners see what was right: once all is handed in, at each answer, or at the very end. */
export const corrections = ['end', 'each', 'passed-or-last'] as const
export type Correction = (typeof corrections)[number]

/**
 * Questions that are asked together, in attempts, and judged together. Plain JSON, as questions
 * are: shipped in packages, read again by whoever counts.
 */
export type Assessment = {
  id: string
  /** Ids of what can be asked, in the order of the page. */
  questions: string[]
  /** How many of them an attempt asks; 0 for all. */
  draw: number
  /** In an order of its own at each attempt. */
  shuffle: boolean
  /** Points needed to pass, in whole percent of those asked. */
  threshold: number
  /** How many attempts there are; 0 for as many as one likes. */
  attempts: number
  correction: Correction
}

/** An assessment as one learner sits it. */
export type Paper = {
  assessment: Assessment
  /** Those it can ask. */
  questions: readonly Question[]
  /** What the draws come from: the same learner finds the same ones again. */
  seed: string
}

/** How far a learner has come. */
export type Attempts = {
  /** How many were begun; the last of them is the one at hand. */
  begun: number
  /** The one at hand is still to be handed in. */
  open: boolean
  /** Of those handed in, the one with the best score, the latest of equals. */
  best: { attempt: number; raw: number } | null
}

export const notBegun: Attempts = { begun: 0, open: false, best: null }

/** What an attempt asks, in its order; the same whenever it is asked for. */
export function askedIn({ assessment, questions, seed }: Paper, attempt: number): Question[] {
  const { id, draw, shuffle } = assessment
  const count = draw === 0 ? questions.length : Math.min(draw, questions.length)
  const drawn = shuffled(questions, `${seed}${id}${attempt}`).slice(0, count)
  return shuffle ? drawn : questions.filter((question) => drawn.includes(question))
}

/** Which attempt at this question an attempt is, from 1: earlier ones may not have asked it. */
export function timesAsked(paper: Paper, questionId: string, attempt: number): number {
  const attempts = Array.from({ length: attempt }, (_, index) => index + 1)
  const asks = (each: number) => askedIn(paper, each).some(({ id }) => id === questionId)
  return attempts.filter(asks).length
}

/** Another attempt; `null` while one is open, and when none is left. */
export function begin({ assessment }: Paper, attempts: Attempts): Attempts | null {
  if (attempts.open || attemptsLeft(assessment, attempts) <= 0) return null
  return { ...attempts, begun: attempts.begun + 1, open: true }
}

/** What the attempt at hand is worth; the best one is kept. */
export function handIn(
  paper: Paper,
  attempts: Attempts,
  marks: ReadonlyMap<string, Mark>,
): Attempts {
  if (!attempts.open) return attempts
  const score = scoreOfAttempt(paper, attempts.begun, marks)
  const before = bestScore(paper, attempts)
  const isBest = !before || (score?.scaled ?? 0) >= before.scaled
  const best = isBest ? { attempt: attempts.begun, raw: score?.raw ?? 0 } : attempts.best
  return { ...attempts, open: false, best }
}

/**
 * What was not answered is worth nothing.
 *
 * @param answers by question id
 * @returns `null` when nothing that was asked can be right or wrong
 */
export function scoreOfAttempt(
  paper: Paper,
  attempt: number,
  marks: ReadonlyMap<string, Mark>,
): Score | null {
  const asked = askedIn(paper, attempt)
  const max = pointsAsked(asked)
  return max === 0 ? null : pointsScore(pointsEarned(asked, marks), max)
}

/** `null` while none was handed in: who has not sat it has no score, not even zero. */
export function bestScore(paper: Paper, { best }: Attempts): Score | null {
  const max = best && pointsAsked(askedIn(paper, best.attempt))
  return best && max ? pointsScore(best.raw, max) : null
}

/** By the best attempt; `null` while none was handed in, and where nothing is right or wrong. */
export function isPassed(paper: Paper, attempts: Attempts): boolean | null {
  const score = bestScore(paper, attempts)
  return score && reaches(score, paper.assessment.threshold)
}

/** Attempts that can still be begun, without end where they are not counted. */
export function attemptsLeft({ attempts: most }: Assessment, { begun }: Attempts): number {
  return most === 0 ? Number.POSITIVE_INFINITY : Math.max(0, most - begun)
}

/** Whether what was right in the attempt at hand may be shown, question by question. */
export function isCorrected(paper: Paper, attempts: Attempts): boolean {
  const { assessment } = paper
  if (attempts.begun === 0) return false
  if (assessment.correction === 'each') return true
  if (attempts.open) return false
  if (assessment.correction === 'end') return true
  return isPassed(paper, attempts) !== false || attemptsLeft(assessment, attempts) === 0
}

/** What a paper adds to its module: points earned by its best attempt, out of those it asked. */
export function pointsOfPaper(paper: Paper, attempts: Attempts): { raw: number; max: number } {
  const { attempt, raw } = attempts.best ?? { attempt: 1, raw: 0 }
  return { raw, max: pointsAsked(askedIn(paper, attempt)) }
}
