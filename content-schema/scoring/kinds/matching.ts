import { type InteractionStandard, keyFacts, questionKind, shareOf } from '../kind.ts'
import { letterOf, packPositions, unpackPositions } from '../positions.ts'

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
  scored: () => true,
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
  const placed = sources
    .map(({ id }, index) => ({ id, index, target: answer[index] ?? '' }))
    .filter(({ target }) => targets.includes(target))
  if (standard !== 'scorm-12') {
    return placed.map(({ id, target }) => `${id}[.]${target}`).join('[,]')
  }
  return placed
    .map(({ index, target }) => `${letterOf(index)}.${letterOf(targets.indexOf(target))}`)
    .join(',')
}
