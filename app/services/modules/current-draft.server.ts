import { currentFormat, writeDocument } from '#content-schema/document.ts'
import { acceptable } from './acceptable-document.server.ts'
import { type Draft, findDraft, type ModuleKey, type Reader } from './find-module.server.ts'

/** A draft in the format of this program, which is what pages write. Throws as `findDraft` does. */
export function findCurrentDraft(db: Reader, key: ModuleKey): Draft {
  const draft = findDraft(db, key)
  if (draft.document.format === currentFormat) return draft
  return { ...draft, document: writeDocument(acceptable(draft.document)) }
}
