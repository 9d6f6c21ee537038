/** A module that another takes from, as it is credited. */
export type ReusedWork = {
  title: string
  authors: string[]
  /** Identifier of a licence of the catalogue. */
  licence: string
  /** Whose it is. */
  organisation: string
  /** `major.minor`. */
  edition: string
  /** Shown as it is; or what the module, or one that is shown, was made from. */
  role: 'shown' | 'origin'
}
