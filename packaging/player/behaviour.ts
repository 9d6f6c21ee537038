import type { Attempts } from '#content-schema/scoring/assessment.ts'
import type { Answer, KindName, Question } from '#content-schema/scoring/question.ts'
import type { Score } from '#content-schema/scoring/score-of.ts'
import type { PlayerWords } from './i18n/words.ts'

/** A question of one kind. */
export type Asked<Kind extends KindName = KindName> = Extract<Question, { kind: Kind }>

/**
 * How the form of one kind of question is read and filled; forms reset as HTML forms do. An element's
 * questions are all of its kind, so its form need not ask.
 */
export type QuestionForm<Kind extends KindName = KindName> = {
  /** Once, before anything is filled in; the same seed gives the same order again. */
  start?(form: HTMLFormElement, question: Asked<Kind>, seed: string): void
  /** `null` while there is nothing to mark: the form then says what it waits for. */
  read(form: HTMLFormElement, question: Asked<Kind>): Answer | null
  fill(form: HTMLFormElement, question: Asked<Kind>, answer: Answer): void
  /** Nothing more can be answered: shows what was right, or what comes after an opinion. */
  reveal?(
    form: HTMLFormElement,
    question: Asked<Kind>,
    answer: Answer,
    words: PlayerWords,
  ): void
}

/** What an element that asks its questions together may ask of the player. */
export type AssessmentPlayer = {
  /** How it stands now. */
  now: () => AssessmentNow
  /** The questions of the attempt at hand, in its order; none before the first. */
  asked: () => { id: string; answered: boolean }[]
  begin: () => void
  handIn: () => void
}

export type AssessmentNow = Pick<Attempts, 'begun' | 'open'> & {
  /** Attempts that can still be begun, maybe without end. */
  left: number
  /** Of the attempt at hand, once it is handed in; no score when nothing is right or wrong. */
  last: { score: Score; passed: boolean } | null
  /** Of the best attempt. */
  best: Score | null
  /** What was right is shown under each question. */
  corrected: boolean
}

/** What an element that is no question may ask of the player. */
export type ElementPlayer = {
  seed: string
  /** Whether it was done in an earlier sitting. */
  isDone: boolean
  /** Counts towards completion, where the author asks for it. */
  done: () => void
  /** Whether all above it in its section was answered, and done where it has to be. */
  isAnsweredAbove: () => boolean
  /** Called whenever something was answered or done. */
  onChange: (listener: () => void) => void
  /** Where its questions are asked together. */
  assessment: AssessmentPlayer | null
}

/** What an element does in the learner's browser: one file in `elements/` each, of its name. */
export type Behaviour<Kind extends KindName = KindName> = {
  form?: QuestionForm<Kind>
  wire?: (element: HTMLElement, player: ElementPlayer) => void
}

/** By the name of the element, as `data-element` says in the page. */
export type Behaviours = Readonly<Record<string, Behaviour>>
