/** A licence as far as reuse needs it: what it allows, what it asks for, how it is named. */
export type Licence = {
  /** Stable, stored with modules and files: `cc-by-4.0`. */
  id: string
  /** Identifier of the SPDX list, or our own `LicenseRef-…` where the list has none. */
  spdx: string
  name: { fr: string; en: string }
  /** Its text; `null` when there is none to read. */
  url: string | null
  /** Which rules of combination apply to it. */
  family: LicenceFamily
  /** Of the text, for example `4.0` or `3.0-fr`; `null` when it has no versions. */
  version: string | null
  permits: { share: boolean; adapt: boolean; commercial: boolean }
  requires: {
    attribution: boolean
    /** What is made from it goes out under the same licence. */
    shareAlike: boolean
    indicateChanges: boolean
    /** The credit gives the day the source was last updated. */
    updateDate: boolean
  }
}

export type LicenceFamily =
  | 'BY'
  | 'BY-SA'
  | 'BY-NC'
  | 'BY-ND'
  | 'BY-NC-SA'
  | 'BY-NC-ND'
  | 'CC0'
  | 'PDM'
  | 'copyleft-software'
  | 'copyleft-doc'
  | 'copyleft-data'
  | 'closed'
