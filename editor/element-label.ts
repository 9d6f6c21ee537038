import { elements } from '#content-schema/nodes/index.ts'
import { isElement } from '#content-schema/schema.ts'
import type { EditorWords } from './words/fr.ts'

/** What people call an element, what stands for one, or a section. */
export function elementLabel(name: string, words: EditorWords): string {
  if (isElement(name)) return elements[name].names[words.language]
  return name === 'reuse' || name === 'questionDraw' ? words.references[name] : words.section
}
