/** Where a learner stands alone, with a tutor, or partly in a room. */
export const modalities = ['self-paced', 'tutored', 'blended'] as const
export const levels = ['discovery', 'beginner', 'intermediate', 'advanced'] as const
export const aspects = [
  'content',
  'pedagogy',
  'law',
  'technique',
  'accessibility',
  'tutoring',
] as const
export const alignmentRoles = ['teaches', 'practises', 'assesses'] as const

/** What a module is meant for: decides of what is asked of it before it goes out. */
export const intendedUses = ['internal', 'shared', 'certifying'] as const
export type IntendedUse = (typeof intendedUses)[number]

export type Modality = (typeof modalities)[number]
export type Level = (typeof levels)[number]
/** The six quality domains that reviews, guarantees and findings hang on. */
export type Aspect = (typeof aspects)[number]
export type AlignmentRole = (typeof alignmentRoles)[number]

/** What a module says of itself. Free texts are in the module's own language. */
export type ModuleFacts = {
  title: string
  /** Short and stable, unique in an organisation: lower-case letters, digits and hyphens. */
  code: string
  summary: string
  /** What the learner can do afterwards: an action verb and what is achieved. */
  objective: string
  level: Level
  /** A language tag such as `fr`. */
  language: string
  /** Announced learning time. */
  minutes: number
  audience: string
  modality: Modality
  prerequisites: string
  keywords: string[]
  /** Identifier of a licence of the catalogue. */
  licence: string
  /** Whom the credits name. */
  authors: string[]
  /** Share of points needed to succeed, in percent; only asked when the module has questions. */
  masteryPercent: number
  /** Absent: `internal`. */
  intendedUse?: IntendedUse | undefined
  /** A path orders other modules and holds no text of its own; absent: a module that is written. */
  kind?: 'path'
}

/** A tie to a competency of a framework, with enough of it to stand alone in a package. */
export type Alignment = {
  competencyId: string
  role: AlignmentRole
  /** For example `RNCP40792`. */
  frameworkCode: string
  /** For example `RNCP40792BC01`. */
  competencyBlockCode: string
  label: string
  /** How far it goes there; absent: as far as the module itself. */
  level?: Level
  /** Ids of the criteria it is about; absent: the competency as a whole. */
  criteria?: string[]
}

/** A module frozen: what is reviewed, tried, approved, published and packaged. */
export type RevisionContent = {
  facts: ModuleFacts
  alignments: Alignment[]
  document: import('./document.ts').StoredDocument
}
