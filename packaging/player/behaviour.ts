import type { Assessment, Attempts } from '#content-schema/scoring/assessment.ts'
import type { Answer, Question } from '#content-schema/scoring/question.ts'
import type { Score } from '#content-schema/scoring/score-of.ts'
import type { PlayerWords } from './i18n/words.ts'

/** How the form of one kind of question is read and filled; forms reset as HTML forms do. */
export type QuestionForm = {
  /** Once, before anything is filled in; the same seed gives the same order again. */
  start?: (form: HTMLFormElement, question: Question, seed: string) => void
  /** `null` while there is nothing to mark: the form then says what it waits for. */
  read: (form: HTMLFormElement, question: Question) => Answer | null
  fill: (form: HTMLFormElement, question: Question, answer: Answer) => void
  /** Nothing more can be answered: shows what was right, or what comes after an opinion. */
  reveal?: (
    form: HTMLFormElement,
    question: Question,
    answer: Answer,
    words: PlayerWords,
  ) => void
}

/** What an element that asks its questions together may ask of the player. */
export type AssessmentPlayer = {
  rules: Assessment
  /** How it stands now. */
  now: () => AssessmentNow
  /** Ids of the questions of the attempt at hand, in its order; of none before the first. */
  asked: () => string[]
  /** Ids of those among them that are not answered. */
  unanswered: () => string[]
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
export type Behaviour = {
  form?: QuestionForm
  wire?: (element: HTMLElement, player: ElementPlayer) => void
}

/** By the name of the element, as `data-element` says in the page. */
export type Behaviours = Readonly<Record<string, Behaviour>>
