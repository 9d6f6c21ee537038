/** Why a file of competencies was refused, each a sentence of the screens. */
export type FrameworkFileProblem =
  /** `line`: where it stops being XML. */
  | 'framework.not-xml'
  /** A zip in which no file of competencies stands, or that is not one from end to end. */
  | 'framework.zipped'
  /** `megabytes`: more than what such a file may unpack to. */
  | 'framework.zip-swells'
  /** `line`: where the file declares entities or names another file. */
  | 'framework.entities'
  /** `megabytes`: more than what a file of this format may hold. */
  | 'framework.too-long'
  /** Neither XML, nor JSON, nor one of the tables that we know. */
  | 'framework.unknown-format'
  /** JSON that is no CASE package, or no JSON at all. */
  | 'framework.not-case'
  /** `item`: what stands, in the end, below itself. */
  | 'framework.cycle'
  /** A table without a single competency. */
  | 'framework.no-competency'
  /** Statements or outcomes of DigComp, before the competences that they detail. */
  | 'framework.digcomp-first'
  /** The file ends before its last element does. */
  | 'framework.cut-short'
  /** `declared`: the encoding that the file announces and does not follow. */
  | 'framework.wrong-encoding'
  /** `declared`: an encoding that we do not read. */
  | 'framework.unknown-encoding'
  /** XML, but without a single entry of the register. */
  | 'framework.no-entry'
  /** `field`: what the entry that ends at `line` should have and has not. */
  | 'framework.entry-incomplete'
  /** `code`, `field`, `value`: not a day written JJ/MM/AAAA. */
  | 'framework.bad-date'
  /** `code`, `block`: two blocks of one entry under the same code. */
  | 'framework.repeated-block'
  /** `line`: where it begins; `most`: what an entry may hold, in millions of characters. */
  | 'framework.entry-too-long'

/** A file that cannot be read whole: nothing of it may be kept. */
export class FrameworkFileError extends Error {
  constructor(
    readonly code: FrameworkFileProblem,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`)
  }
}
