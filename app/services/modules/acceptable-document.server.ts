import type { Node } from 'prosemirror-model'
import { UserError } from '#app/http/user-error.ts'
import { DocumentError, readDocument, type StoredDocument } from '#content-schema/document.ts'

/** @throws UserError saying why it is no document of ours */
export function acceptable(document: StoredDocument): Node {
  return orRefuse(() => readDocument(document))
}

/** What a document is refused for, said to its author. */
export function orRefuse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof DocumentError) throw new UserError(error.code, error.params)
    throw error
  }
}
