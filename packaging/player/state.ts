import { type Attempts, notBegun } from '#content-schema/scoring/assessment.ts'
import type { Answer } from '#content-schema/scoring/question.ts'
import type { PlayerData } from './player-data.ts'

/** How a module stands. `none` until it is finished once; afterwards it never goes back to it. */
export const standings = ['none', 'completed', 'passed', 'failed'] as const
export type Standing = (typeof standings)[number]

/** The last answer to a question, and how many were given. */
export type Given = { tries: number; answer: Answer }

/** What is kept of a learner from one sitting to the next. */
export type LearnerState = {
  /** 32 random hexadecimal digits: a pseudonym that stands for one attempt in one LMS. */
  learner: string
  /** 1, then one more each time the questions are taken again. */
  attempt: number
  /** Position of the section shown. */
  section: number
  /** By position of the section. */
  seen: boolean[]
  /** By position of the question. */
  given: (Given | null)[]
  /** By position of the element that has to be done. */
  done: boolean[]
  /** By position of the assessment. */
  attempts: Attempts[]
  /** Time spent in earlier sittings. */
  seconds: number
  standing: Standing
}

export function newState(
  data: Pick<PlayerData, 'sections' | 'questions' | 'required' | 'assessments'>,
  learner: string | null = null,
): LearnerState {
  return {
    learner: learner ?? randomHex(16),
    attempt: 1,
    section: 0,
    seen: data.sections.map(() => false),
    given: data.questions.map(() => null),
    done: data.required.map(() => false),
    attempts: data.assessments.map(() => notBegun),
    seconds: 0,
    standing: 'none',
  }
}

/** The UUID of an attempt: made from the pseudonym, so that it need not be kept as well. */
export function registrationOf({ learner, attempt }: LearnerState): string {
  const last = (Number.parseInt(learner.slice(24), 16) + attempt - 1) % 2 ** 32
  const hex = `${learner.slice(0, 24)}${last.toString(16).padStart(8, '0')}`
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}

function randomHex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes))
  return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('')
}
