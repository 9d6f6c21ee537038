/** A framework of competencies as it was read: a register entry and its blocks. */
export type Framework = {
  /** For example `RNCP40792`. */
  code: string
  title: string
  /** Short form of the kind of certification, for example `BTS`; empty when the entry has none. */
  abbreviation: string
  /** `RNCP`: a certification, made of blocks. `RS`: the specific register, which has none by law. */
  kind: 'RNCP' | 'RS'
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
  /** How the text was laid out; `unknown` when it was not understood and is only shown. */
  layout: 'bullets' | 'spaces' | 'unknown'
  competencies: Competency[]
  /** How the block is assessed, as it stands in the file. */
  assessment: string
}

export type Competency = { label: string; criteria: Criterion[] }

/** What shows that a competency is there ("savoir-faire", "critère"). */
export type Criterion = { label: string }
