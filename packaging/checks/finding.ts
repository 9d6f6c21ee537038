/** Something an LMS or a learner would stumble over in a package; `code` names a sentence. */
export type PackageFinding = {
  code: string
  /** `error`: it must not be handed out so. `warning`: some LMS may mind. */
  severity: 'error' | 'warning'
  params: Record<string, string | number>
}
