import type { Node } from 'prosemirror-model'
import { questionsWithin, sectionsOf } from './elements.ts'
import { excerpt } from './plain-text.ts'
import { elementOf } from './schema.ts'

/** What a person may point at in a section: what it is called, and its first words if it has any. */
export type NamedPart = { id: string; names: { fr: string; en: string }; words: string }

/** Of each section, in order: its elements that say or show something, and the questions inside them. */
export function partsBySection(doc: Node): NamedPart[][] {
  return sectionsOf(doc).map((section) =>
    section.children
      .slice(1)
      .flatMap((element) => [element, ...questionsWithin(element)])
      .flatMap(namedPart),
  )
}

/** The sections of a document, each with what {@link partsBySection} finds in it, in order. */
export function allParts(doc: Node): NamedPart[] {
  const parts = partsBySection(doc)
  return sectionsOf(doc).flatMap((section, index) => [
    {
      id: section.attrs.id,
      names: { fr: 'Page', en: 'Page' },
      words: section.firstChild?.textContent ?? '',
    },
    ...(parts[index] ?? []),
  ])
}

function namedPart(node: Node): NamedPart[] {
  const element = elementOf(node)
  const id: string | undefined = node.attrs.id
  const words = excerpt(node, 60)
  if (!element || !id || !(words || element.group === 'media')) return []
  return [{ id, names: element.names, words }]
}
