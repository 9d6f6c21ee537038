import type { Assessment } from '#content-schema/scoring/assessment.ts'
import type { Question } from '#content-schema/scoring/question.ts'
import type { EditionNumber } from '#content-schema/statements/activities.ts'
import type { Activity } from '#content-schema/statements/statement.ts'
import type { Publication } from '../publication/publication.ts'
import type { PlayerWords } from './i18n/words.ts'

/** What a person decided, as far as the player of every package needs it. */
export type Rules = Omit<Publication, 'learnerRemarks'>

/** What the page tells the player about the module; plain JSON, written at export. */
export type PlayerData = {
  moduleId: string
  code: string
  title: string
  /** Language of the module. */
  language: string
  edition: EditionNumber
  /** SHA-256 of the revision. */
  digest: string
  packageId: string
  iriBase: string
  /** Of the points that make the module passed. */
  masteryPercent: number
  publication: Rules
  sections: { id: string; title: string; optional?: true }[]
  questions: PlayerQuestion[]
  /** Elements that are no questions and have to be done all the same. */
  required: { id: string; sectionIndex: number }[]
  /** Which of the questions are asked together, and how. */
  assessments: PlayerAssessment[]
  /** Of which a learner may come back with work, the latest first. */
  earlier: CarriedOver[]
  /** Of each section, what a learner may speak of besides it; only where that is taken. */
  parts?: { id: string; name: string }[][]
  traces: { endpoint: string; key: string; secret: string } | null
  words: PlayerWords
  /** On a machine that everyone uses: when it goes back to its beginning, and what it says then. */
  kiosk?: { minutes: number; words: { still: string; soon: string; stay: string } }
}

/** Where each part of an earlier edition stands in this one, by its position there; -1 if nowhere. */
export type CarriedOver = {
  /** First eight digits of its revision's SHA-256. */
  digest: string
  sections: number[]
  required: number[]
  questions: number[]
  assessments: number[]
}

export type PlayerQuestion = {
  question: Question
  sectionIndex: number
  /** Where the assessment is that asks it; -1 for a question that stands alone. */
  paper: number
  /** Its answers are kept, and can be changed, until its assessment is handed in. */
  deferred?: true
  /** Whether the module is complete without it. */
  optional?: boolean
  keyDigest: string
  /** Ways of being right as the LMS's run-time takes them, by id of the question or of its part. */
  patterns: Record<string, string[]>
  /** What is asked by the question, and by each of its parts that is told of alone, by id. */
  described: Record<string, DescribedQuestion>
}

export type PlayerAssessment = Assessment & {
  title: string
  sectionIndex: number
  /** The module is not complete before it is handed in. */
  required: boolean
}

export type DescribedQuestion = {
  /** At most 240 characters. */
  prompt: string
  /** What statements say of it; only in packages that send some. */
  definition?: Omit<NonNullable<Activity['definition']>, 'type'>
}
