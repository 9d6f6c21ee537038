/** What an LMS does where the standard leaves it no choice, or too much. */
export type Ways = {
  /** Resume data that are longer than it keeps. */
  tooLong: 'refused' | 'cut'
  /** Answers, one by one. Without them, SCORM 1.2 says so and SCORM 2004 pretends. */
  interactions: 'kept' | 'none'
  /** Whether a value that breaks a rule of the standard is refused wherever some LMS refuses it. */
  rules: 'lax' | 'strict'
}

/** Of the LMSs that somebody measured or whose maker wrote it down, by the id of their preset. */
export const knownWays: Record<string, Partial<Ways>> = {
  // Measured on Moodle 4.5 with 158 calls: error 405 in SCORM 1.2, 406 in SCORM 2004.
  moodle: { tooLong: 'refused', rules: 'strict' },
  // help.docebo.com 360020128479: cut at 4,096 and 64,000.
  docebo: { tooLong: 'cut' },
}
