/**
 * What statements say of a module. Plain JSON; times in milliseconds, dates since 1970 in UTC.
 */
export type ModuleQuality = {
  moduleId: string
  /** The latest first. Empty when no statement ever came. */
  editions: EditionQuality[]
}

/** One edition as it was shown: another digest is another content. */
export type EditionQuality = {
  major: number
  minor: number
  digest: string
  /**
   * Distinct actors. A package gives a new pseudonym an attempt unless the LMS names people.
   */
  learners: number
  /** Attempts of which at least one statement came. */
  started: number
  completed: number
  completion: Share
  passed: number
  failed: number
  /** Active time of the attempts that completed; `null` when none did. */
  medianActiveMs: number | null
  activeTimes: TimeBin[]
  sections: SectionQuality[]
  questions: QuestionQuality[]
  /** Parts that at least one learner rated. */
  ratings: PartRating[]
  /** By day of the first statement of the attempt, the oldest first. */
  days: DayQuality[]
  lastStatementAt: number | null
}

/** A share with how sure it is: what would be found 19 times in 20. */
export type Share = {
  count: number
  of: number
  /** 0 to 1; `null` when `of` is 0. */
  share: number | null
  low: number | null
  high: number | null
}

/** Attempts whose active time lies between two times. */
export type TimeBin = { fromMs: number; toMs: number; attempts: number }

/** A section by its id: its title and its place are in the document of the edition. */
export type SectionQuality = {
  sectionId: string
  /** Attempts that saw it, and their share of those started. */
  reached: Share
  /** Attempts not completed that saw no other section after it; they may still come back. */
  stopped: Share
  medianActiveMs: number | null
}

/** A question under one key: where choices or marks changed, it is another one. */
export type QuestionQuality = {
  questionId: string
  keyDigest: string
  /** Attempts that answered at least once. */
  answers: number
  /** Right at the first try. */
  firstTry: Share
  /** Mean mark at the first try, 0 to 1, and how sure it is. */
  facility: Mean
  /** Mean number of tries of an attempt. */
  meanTries: number | null
  /** First answers, the most given first. */
  responses: ResponseCount[]
  /**
   * First answers that have this choice, alone or with others; a number counts as one choice.
   */
  choices: ChoiceCount[]
  /**
   * Correlation of the mark with the marks of the attempt's other questions, -1 to 1; `null`
   * under {@link fewestForDiscrimination} answers, or when all marks are the same.
   */
  discrimination: number | null
}

export type Mean = { mean: number | null; low: number | null; high: number | null }
export type ResponseCount = { response: string; count: number; share: number }
export type ChoiceCount = { choiceId: string; count: number; share: number }

/** How learners rated a section or an element, each as they said last. */
export type PartRating = {
  nodeId: string
  /** `null` under {@link fewestRatings}. */
  rated: Rated | null
}

export type Rated = {
  /** Learners who rated it. */
  count: number
  /** 1 to 5. */
  mean: number
  /** How many said 1, then 2 … up to 5. */
  counts: number[]
}

/** Under this number of ratings nothing is told of them: with fewer, people could be made out. */
export const fewestRatings = 5

export type DayQuality = {
  /** `YYYY-MM-DD`, UTC. */
  date: string
  started: number
  completed: number
  passed: number
  failed: number
}

/** Under this number of answers, difficulty and discrimination are not shown as meaningful. */
export const fewestForDiscrimination = 30
