import type { Node } from '@tiptap/pm/model'
import { elementsOf } from '#content-schema/elements.ts'

/** The terms of the glossaries of a module that a link can lead to, by name. */
export function glossaryTerms(doc: Node): { id: string; word: string }[] {
  return elementsOf(doc)
    .filter(({ node }) => node.type.name === 'glossary')
    .flatMap(({ node }) => node.children as Node[])
    .map(({ attrs, firstChild }) => ({
      id: String(attrs.id),
      word: firstChild?.textContent.trim() ?? '',
    }))
    .filter(({ word }) => word !== '')
    .sort((one, other) => one.word.localeCompare(other.word))
}
