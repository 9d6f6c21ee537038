/** Whose words speak for making a module: those who would learn, those who know, those who train, those who pay. */
export const voiceKinds = ['learner', 'expert', 'organisation', 'funder'] as const
export type VoiceKind = (typeof voiceKinds)[number]

/** What somebody said, and where it can be found again. */
export type Voice = {
  kind: VoiceKind
  /** In their own words. */
  quote: string
  /** Who, when, in which document; empty when nobody said. */
  source: string
}

export const opportunityDecisions = ['go', 'no-go'] as const
export type OpportunityDecision = (typeof opportunityDecisions)[number]
