/** Who made a file and under which conditions it may be used. */
export type RightsRecord = {
  title: string
  authors: string[]
  /** Where it comes from: an address or a sentence; empty when it was made here. */
  source: string
  /** Identifier of a licence of the catalogue; `unknown` blocks publication. */
  licence: string
  /** What was changed, for example "recadrage". */
  changes: string
  /** Whether people can be recognised, and on which written release. */
  people: 'nobody' | 'with-release' | 'without-release'
  /** Last day of use, `YYYY-MM-DD`; `null` when the right does not end. */
  until: string | null
}
