import type { Format } from '../package-source.ts'
import type { Publication } from './publication.ts'

/** What is known of one LMS: what works there, what it refuses, and what to tick in it. */
export type Preset = {
  /** Kept in the bank: never changed. */
  id: string
  name: string
  /** Those it takes, the one that works best there first. */
  formats: [Format, ...Format[]]
  /** Where it asks for something else than what is proposed for every module. */
  publication: Partial<Publication>
  /** Why, for each of those. */
  reasons: { [field in keyof Publication]?: InBoth }
  limits: {
    /** Bytes of the zip; absent where none is known. */
    zip?: number
    /** Bytes once unpacked. */
    unpacked?: number
    files?: number
    /** Characters of SCORM 1.2's suspend data, where it keeps another number than 4,096. */
    suspendData?: number
    /** Endings of files it refuses the whole package for: lower case, without the dot. */
    extensions?: readonly string[]
    /** SCOs that one SCORM 1.2 package may hold. */
    scosIn12?: number
  }
  /** What whoever exports should know, each with where it was read. */
  facts: { text: InBoth; source: string }[]
  /** Where to go in this LMS and what to choose there, in order. */
  steps: InBoth[]
}

export type InBoth = { fr: string; en: string }
