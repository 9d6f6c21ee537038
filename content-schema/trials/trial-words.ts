/** How learners are met, from the lightest to the nearest to real use. */
export const trialKinds = ['walkthrough', 'one-to-one', 'small-group', 'field-trial'] as const
export type TrialKind = (typeof trialKinds)[number]

/** What a participant is asked to do, and when it counts as done, in words. */
export type TrialTask = { id: string; text: string; success: string }
export type WantedProfile = { profile: string; count: number }

export const questionKinds = ['scale', 'text', 'choice'] as const
/** A question of one's own; `choices` is empty but for a choice. */
export type TrialQuestion = {
  id: string
  text: string
  kind: (typeof questionKinds)[number]
  choices: string[]
}

/** How a session is run: what is asked of whom, and what they agree to. */
export type Protocol = {
  name: string
  kind: TrialKind
  tasks: TrialTask[]
  wanted: WantedProfile[]
  /** Whether the ten questions of the System Usability Scale are asked at the end. */
  sus: boolean
  questions: TrialQuestion[]
  /** What participants read before they agree. */
  consent: string
}

export const trialStates = [
  'planned',
  'recruiting',
  'running',
  'analysing',
  'decided',
  'cancelled',
] as const
export type TrialState = (typeof trialStates)[number]

export const trialDecisions = ['pass', 'fix-and-retest', 'stop'] as const
export type TrialDecision = (typeof trialDecisions)[number]

/** What a participant may agree to, each by itself. */
export const consentScopes = ['traces', 'notes', 'questionnaire'] as const
export type ConsentScope = (typeof consentScopes)[number]

export const observationKinds = [
  'hesitation',
  'error',
  'blocked',
  'positive',
  'verbatim',
  'technical',
] as const
export type ObservationKind = (typeof observationKinds)[number]

export const taskResults = ['success', 'helped', 'failed'] as const
export type TaskResult = (typeof taskResults)[number]

export const findingDecisions = [
  'open',
  'accepted',
  'rejected',
  'duplicate',
  'deferred',
] as const
export type FindingDecision = (typeof findingDecisions)[number]

/** From "not a problem" to "must be put right before it goes out". */
export const severities = [0, 1, 2, 3, 4] as const
export type Severity = (typeof severities)[number]
