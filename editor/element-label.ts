import { elements } from '#content-schema/nodes/index.ts'
import { isElement } from '#content-schema/schema.ts'
import type { EditorWords } from './words/fr.ts'

/** What people call an element, or a section. */
export function elementLabel(name: string, words: EditorWords): string {
  return isElement(name) ? elements[name].names[words.language] : words.section
}
