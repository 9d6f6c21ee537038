import type { StoredDocument } from '#content-schema/document.ts'
import type { AlignmentRole, ModuleFacts } from '#content-schema/module.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'

/** A module of the sample bank, before it has a place in a database. */
export type SampleModule = {
  facts: ModuleFacts
  /** By code and label, since competencies get their ids when the framework is imported. */
  alignments: SampleAlignment[]
  document: StoredDocument
  /** Every file that the document shows, captions and posters included. */
  assets: SampleAsset[]
}

export type SampleAlignment = {
  competencyBlockCode: string
  /** Of the competency, exactly as in `rncp99001.xml`. */
  competencyLabel: string
  role: AlignmentRole
}

export type SampleAsset = {
  /** Of the file, in the folder `media`. */
  path: string
  rights: RightsRecord
}
