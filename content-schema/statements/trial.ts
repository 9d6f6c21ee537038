/** The category of what is told in a session with target learners: kept, and counted in no figure. */
export const trialCategory = 'urn:x-grainotheque:profile:v1#trial'

/** The activity that stands for a session. */
export function trialActivity(iriBase: string, trialId: string): string {
  return `${iriBase}/t/${trialId}`
}
