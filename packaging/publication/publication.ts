import type { StatusPair } from './status.ts'

/** What has to be done before a module is completed. */
export const completions = [
  'all',
  'seen',
  'required',
  'evaluation',
  'seen-and-evaluation',
] as const
/** What a module is passed by. */
export const successes = ['questions', 'evaluation', 'none'] as const
/** Whether pages may be turned in any order. */
export const navigations = ['free', 'ordered'] as const
/** Whether a learner comes back to where they left. */
export const resumes = ['always', 'ask', 'never'] as const

/** How a module is played and told of: what a person decides when it is exported. */
export type Publication = {
  completion: (typeof completions)[number]
  /** Of the pages, 1 to 100, where seeing them counts. */
  seenPercent: number
  success: (typeof successes)[number]
  /** Of the points, 1 to 100; `null` leaves the module's own threshold. */
  masteryPercent: number | null
  status: StatusPair
  sendsScore: boolean
  /** Each answer, as the standard's interactions. */
  interactions: boolean
  /** Each evaluation, as an objective of its own. */
  objectives: boolean
  navigation: (typeof navigations)[number]
  resume: (typeof resumes)[number]
  /** Summary, objective and prerequisites above the first page. */
  cover: boolean
  exitLink: boolean
  /** Learners may rate parts of the module and remark on them, where statements are sent. */
  learnerRemarks: boolean
  /** What the LMS shows; empty leaves the module's own title. */
  title: string
}
