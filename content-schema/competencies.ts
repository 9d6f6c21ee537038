/** Where a framework came from: the registers, an exchange format, or a person's hand. */
export const frameworkKinds = ['RNCP', 'RS', 'CASE', 'moodle', 'digcomp', 'own'] as const
export type FrameworkKind = (typeof frameworkKinds)[number]

/**
 * What a person said of the competencies in a block: nothing yet; that they are right; that only
 * the text counts; that they were right, and the text has changed since.
 */
export const readings = ['proposed', 'confirmed', 'raw', 'changed'] as const

/** A framework of competencies as it was read: a register entry and its blocks. */
export type Framework = {
  /** For example `RNCP40792`. */
  code: string
  /** How its own format names it; absent where the code does. */
  origin?: string
  title: string
  /** Short form of the kind of certification, for example `BTS`; empty when the entry has none. */
  abbreviation: string
  /** `RNCP`: a certification, made of blocks. `RS`: the specific register, which has none by law. */
  kind: FrameworkKind
  /** European level 3 to 8, `null` when the entry has none. */
  level: number | null
  active: boolean
  /** Whole days, `YYYY-MM-DD`. */
  validFrom: string | null
  validUntil: string | null
  /** Last day on which the certification may be awarded: later than `validUntil`. */
  awardedUntil: string | null
  publishedOn: string | null
  certifiers: string[]
  /** Ways to obtain it, as the register abbreviates them: `FI`, `CA`, `FC`, `CQ`, `CL`, `VAE`. */
  routes: string[]
  /** Jobs it leads to, in the ROME nomenclature. */
  rome: CodedLabel[]
  /** Field of training, in the NSF nomenclature. */
  nsf: CodedLabel[]
  formacodes: CodedLabel[]
  /** Codes of the entries it replaces and of those that replace it. */
  replaces: string[]
  replacedBy: string[]
  licence: string
  competencyBlocks: CompetencyBlock[]
}

/** An entry of a public nomenclature. */
export type CodedLabel = { code: string; label: string }

export type CompetencyBlock = {
  /** For example `RNCP40792BC01`; unique with the framework's code only. */
  code: string
  label: string
  /** Exactly the text that stands in the file: what our reader proposes can be compared with it. */
  source: string
  /** How the text was laid out; `unknown`: not understood and only shown; `given`: nothing was to be read. */
  layout: 'bullets' | 'spaces' | 'unknown' | 'given'
  /** Identifier in the format it came in. */
  origin?: string
  competencies: Competency[]
  /** How the block is assessed, as it stands in the file. */
  assessment: string
}

export type Competency = {
  label: string
  criteria: Criterion[]
  code?: string
  description?: string
  origin?: string
}

/** What shows that a competency is there ("savoir-faire", "critère"). */
export type Criterion = {
  label: string
  code?: string
  /** 2 and more: it stands below the criterion before it. */
  depth?: number
  origin?: string
}
