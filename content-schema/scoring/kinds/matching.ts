import {
  type InteractionStandard,
  isScorm12,
  keyFacts,
  questionKind,
  shareOf,
} from '../kind.ts'
import { joined, nameIn, packPositions, unpackPositions } from '../positions.ts'

export type MatchingKey = {
  /** What is to be placed, in the order of authoring, each with the target it belongs to. */
  sources: { id: string; target: string }[]
  /** Every place there is, those that nothing belongs to among them. */
  targets: string[]
  /** Each source in its place earns its share; without it, all or nothing. */
  partialCredit: boolean
}

/** Things to be put with others, or into categories. An answer is the target of each source. */
export const matching = questionKind<MatchingKey>({
  mark: ({ sources, partialCredit }, answer) =>
    shareOf(
      sources.map(({ target }, index) => answer[index] === target),
      partialCredit,
    ),
  records: (key, answer, standard) => [
    { type: 'matching', response: written(key, answer, standard) },
  ],
  pack: ({ sources, targets }, answer) =>
    packPositions(
      sources.map((_, index) => answer[index] ?? ''),
      targets,
    ),
  unpack: ({ targets }, text) => unpackPositions(text, targets),
})

export const matchingFacts = keyFacts<MatchingKey>({
  identity: ({ sources, targets, partialCredit }) => [
    sources.map(({ id, target }) => `${id}=${target}`).sort(),
    [...targets].sort(),
    partialCredit,
  ],
  budget: ({ sources }) => sources.length,
  patterns(key, standard) {
    const right = key.sources.map(({ target }) => target)
    return { '': [written(key, right, standard)] }
  },
})

/** SCORM 1.2 takes one character for a source and one for a target; the others take our ids. */
function written(
  { sources, targets }: MatchingKey,
  answer: readonly string[],
  standard: InteractionStandard,
): string {
  const ids = sources.map((source) => source.id)
  const dot = isScorm12(standard) ? '.' : '[.]'
  const pairs = ids.flatMap((id, index) => {
    const target = answer[index] ?? ''
    if (!targets.includes(target)) return []
    return nameIn(ids, id, standard) + dot + nameIn(targets, target, standard)
  })
  return joined(pairs, standard)
}
