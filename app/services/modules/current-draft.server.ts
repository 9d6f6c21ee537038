import { currentFormat, writeDocument } from '#content-schema/document.ts'
import { acceptable } from './acceptable-document.server.ts'
import type { Draft, ModuleKey, Reader } from './find-module.server.ts'
import { findHeld } from './hands.server.ts'

/** A draft in the format of this program, which is what pages write. Throws as `findHeld` does. */
export function findCurrentDraft(db: Reader, key: ModuleKey): Draft {
  const { draft } = findHeld(db, key)
  if (draft.document.format === currentFormat) return draft
  return { ...draft, document: writeDocument(acceptable(draft.document)) }
}
