import { type InteractionStandard, keyFacts, questionKind, shareOf } from '../kind.ts'
import { joined, nameIn, packPositions, unpackPositions } from '../positions.ts'

export type SequencingKey = {
  /** Ids in the right order. */
  items: string[]
  /** Each item in its place earns its share; without it, all or nothing. */
  partialCredit: boolean
}

/** Things to be put in order. An answer is their ids, first to last. */
export const sequencing = questionKind<SequencingKey>({
  mark: ({ items, partialCredit }, answer) =>
    shareOf(
      items.map((id, index) => answer[index] === id),
      partialCredit,
    ),
  records: ({ items }, answer, standard) => [
    { type: 'sequencing', response: written(items, answer, standard) },
  ],
  pack: ({ items }, answer) => packPositions(answer.slice(0, items.length), items),
  unpack: ({ items }, text) => unpackPositions(text, items),
})

export const sequencingFacts = keyFacts<SequencingKey>({
  identity: ({ items, partialCredit }) => [items, partialCredit],
  budget: ({ items }) => items.length,
  patterns: ({ items }, standard) => ({ '': [written(items, items, standard)] }),
})

/** SCORM 1.2 takes one character an item, by its place in the right order; the others our ids. */
function written(
  items: readonly string[],
  answer: readonly string[],
  standard: InteractionStandard,
): string {
  const known = answer.filter((id) => items.includes(id))
  return joined(
    known.map((id) => nameIn(items, id, standard)),
    standard,
  )
}
