import type { Node } from 'prosemirror-model'
import { partsBySection } from '#content-schema/parts.ts'
import { wordsOf } from '../identity/words-of.ts'
import type { PackageSettings } from '../package-source.ts'

/** Of each section, the elements that a learner may speak of, by what they are and how they begin. */
export function partsToName(
  doc: Node,
  settings: PackageSettings,
): { id: string; name: string }[][] {
  const { colon } = wordsOf(settings).page
  return partsBySection(doc).map((parts) =>
    parts.map(({ id, names, words }) => ({
      id,
      name: names[settings.language] + (words && colon + words),
    })),
  )
}
