import type { Answer, Mark } from '#content-schema/scoring/question.ts'
import type { Score } from '#content-schema/scoring/score-of.ts'
import type { Attempt, Moment } from '#content-schema/statements/build-statement.ts'
import type { Statement } from '#content-schema/statements/statement.ts'
import type { Progress } from '../progress.ts'
import type { LearnerState } from '../state.ts'

/** Tells an LRS, or several, what happens in a sitting. Never fails and never waits. */
export type Traces = {
  /** @param active milliseconds of attention @param share 0 to 1 of the whole module */
  sectionLeft(section: number, active: number, share: number): void
  answered(index: number, answer: Answer, mark: Mark, took: number, tries: number): void
  /** An attempt at the assessment at a place; no score where nothing is right or wrong. */
  handedIn(place: number, score: Score | null, attemptNumber: number): void
  /** Completed, then passed or failed: each told once an attempt. */
  settled(progress: Progress, open: number): void
  startedAgain(state: LearnerState): void
  left(finished: boolean, open: number): void
  /** Tells the LRS of the package alone: no LMS hears what a learner thinks of its module. */
  tellAuthors(build: (attempt: Attempt, moment: Moment) => Statement): void
  /** Sends what waits in a way that outlives the page. */
  flush(): void
}
