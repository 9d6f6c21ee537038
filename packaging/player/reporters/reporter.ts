import type { Answer, Mark } from '#content-schema/scoring/question.ts'
import type { Score } from '#content-schema/scoring/score-of.ts'
import type { Status } from '#packaging/publication/status.ts'
import type { PlayerData, PlayerQuestion } from '../player-data.ts'
import type { Progress } from '../progress.ts'
import type { Standing } from '../state.ts'
import type { Outbox } from '../traces/outbox.ts'

/** One standard's way to find where to report, and to report. */
export type Reporter = {
  platform: 'scorm-12' | 'scorm-2004' | 'cmi5' | 'xapi' | 'web'
  /**
   * Never fails: when there is nowhere to report to, the run keeps nothing and learning goes on.
   *
   * @param goOnAlone asks the learner whether to go on where an LMS should be and is not
   */
  open(data: PlayerData, goOnAlone: () => Promise<void>): Promise<Run>
}

/** The LMS stores nothing for now; the browser does, or not either. */
export type Trouble = 'away' | 'awayUnkept'

/** One sitting in one LMS. */
export type Run = {
  /** What was kept at the end of the last sitting; empty when there was none. */
  saved: string
  /** What the LMS holds already: nothing is ever reported that would take it away. */
  standing: Standing
  /** False when the LMS only lets the learner look back: nothing is reported then. */
  records: boolean
  /** An LMS should be there and is not: the learner is told, and what is kept is kept here. */
  untracked?: boolean
  /** Nobody is there to be told: what is kept is kept in this browser. */
  alone?: boolean
  /** Another window speaks for this attempt: here nothing is recorded. */
  elsewhere?: boolean
  /** `saved` comes from this browser: the LMS had not got it, or not all of it. */
  recovered?: boolean
  /** How an xAPI launch named the learner and the place; other standards give none. */
  launch?: XapiLaunch
  /** Hands over how things stand. It may be kept in the LMS's memory until `send`. */
  report(report: Report): void
  answered(given: GivenAnswer): void
  /**
   * Asks the LMS to store what it was told.
   *
   * @param urgent now or never: the page is about to go
   */
  send(urgent?: boolean): void
  /** Has a listener called when the LMS stops storing, and with `null` when it does again. */
  watch?(listener: (trouble: Trouble | null) => void): void
  /** Last of all, once; settles when it is known whether all was taken, where that takes time. */
  close(): Promise<void> | void
  /** After that, where the learner left by the button: the way back to the LMS. */
  quit?(): void
}

export type Report = {
  /** To be given back as `saved`. */
  state: string
  sectionId: string
  progress: Progress
  standing: Standing
  /** What this module's publication says of that standing. */
  status: Status
  objectives: Objective[]
  /** Milliseconds since this sitting began. */
  open: number
  /** There is nothing left to do: the LMS may close the attempt. */
  finished: boolean
}

/** An assessment that was begun, by its best attempt. */
export type Objective = {
  /** As LMSs take it. */
  id: string
  title: string
  handedIn: boolean
  /** `null` before it is handed in, and where nothing is right or wrong. */
  score: Score | null
  passed: boolean | null
}

export type GivenAnswer = Pick<PlayerQuestion, 'question' | 'described' | 'patterns'> & {
  /** Short code of the module. */
  code: string
  /** What it counts for. */
  assessmentId: string | null
  answer: Answer
  mark: Mark
  /** Milliseconds since 1970. */
  at: number
  /** Milliseconds of attention it took. */
  took: number
}

export type XapiLaunch = {
  endpoint: string
  /** The whole value of the `Authorization` header. */
  auth: string
  /** As the LMS gave it, arrays of the oldest launches made plain. */
  actor: Record<string, unknown>
  registration: string | null
  activityId: string | null
  /** Takes the statements where the standard has rules of its own for them. */
  outbox?: Pick<Outbox, 'add' | 'send' | 'flush'>
}
