/** That what excludes commercial use may be used so: who said it, when, why, and of which files. */
export type CommercialDecision = {
  person: string
  /** `YYYY-MM-DD`. */
  day: string
  reason: string
  /** SHA-256 of each file it speaks of: one that came later asks for a decision of its own. */
  digests: readonly string[]
}
