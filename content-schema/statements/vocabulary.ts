/**
 * The words of our xAPI profile. Verbs and activity types are those of the public ADL, TinCan and
 * cmi5 vocabularies; extensions that no public vocabulary has are under our own URN.
 */
export const verbs = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  experienced: 'http://adlnet.gov/expapi/verbs/experienced',
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  suspended: 'http://adlnet.gov/expapi/verbs/suspended',
  resumed: 'http://adlnet.gov/expapi/verbs/resumed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
  voided: 'http://adlnet.gov/expapi/verbs/voided',
} as const

export type VerbName = keyof typeof verbs

/** Apart from the others: only packages that ask for opinions carry them. */
export const opinionVerbs = {
  rated: 'http://id.tincanapi.com/verb/rated',
  commented: 'http://adlnet.gov/expapi/verbs/commented',
} as const

/** Each apart, as those of opinions: a package carries the words that it says. */
export const videoVerbs = { paused: 'https://w3id.org/xapi/video/verbs/paused' } as const

export const helpVerbs = {
  searched: 'https://w3id.org/xapi/acrossx/verbs/searched',
  asked: 'http://adlnet.gov/expapi/verbs/asked',
  reported: 'https://w3id.org/xapi/acrossx/verbs/reported',
} as const

export const positioningVerbs = {
  scored: 'http://adlnet.gov/expapi/verbs/scored',
  skipped: 'http://id.tincanapi.com/verb/skipped',
} as const

export const activityTypes = {
  module: 'http://adlnet.gov/expapi/activities/module',
  section: 'http://id.tincanapi.com/activitytype/section',
  question: 'http://adlnet.gov/expapi/activities/cmi.interaction',
  assessment: 'http://adlnet.gov/expapi/activities/assessment',
} as const

export const extensions = {
  /** SHA-256 of the revision that was shown. */
  digest: 'urn:x-grainotheque:digest',
  /** The export that the package came from. */
  packageId: 'urn:x-grainotheque:package',
  /** Which answer to this question, or which attempt at this assessment, it is: 1, 2 … */
  tryNumber: 'urn:x-grainotheque:try',
  /** Share of sections seen so far, in percent. */
  progress: 'https://w3id.org/xapi/cmi5/result/extensions/progress',
  sessionId: 'https://w3id.org/xapi/cmi5/context/extensions/sessionid',
} as const

export const videoExtensions = {
  /** Where it was left: seconds from its beginning. */
  time: 'https://w3id.org/xapi/video/extensions/time',
  /** Share that was played, each moment once: 0 to 1. */
  progress: 'https://w3id.org/xapi/video/extensions/progress',
  /** What was played, in order: `0[.]60[,]55[.]88.2`. */
  playedSegments: 'https://w3id.org/xapi/video/extensions/played-segments',
  /** Of the whole, in seconds. */
  length: 'https://w3id.org/xapi/video/extensions/length',
} as const

export const helpExtensions = {
  /** How much a search found. */
  hits: 'urn:x-grainotheque:hits',
  /** What kind of problem it is. */
  problem: 'urn:x-grainotheque:problem',
  /** What failed, as a program names it: `media-404`. */
  code: 'urn:x-grainotheque:code',
  severity: 'http://id.tincanapi.com/extension/severity',
  /** Family and major version of a browser; nothing finer, which would tell people apart. */
  browser: 'http://id.tincanapi.com/extension/browser-info',
} as const

export const positioningExtensions = {
  assessmentType: 'http://id.tincanapi.com/extension/assessment-type',
  reason: 'https://w3id.org/xapi/cmi5/result/extensions/reason',
} as const

export const moreActivityTypes = {
  video: 'https://w3id.org/xapi/video/activity-type/video',
  competency: 'http://adlnet.gov/expapi/activities/objective',
} as const

/** The category that marks a statement as written under this profile. */
export const profileId = 'urn:x-grainotheque:profile:v1'

/** `homePage` of the pseudonyms that packages give their learners. */
export const pseudonymHome = 'urn:x-grainotheque:learner'
