import { credited, type InteractionStandard, keyFacts, questionKind } from '../kind.ts'
import { joined, nameIn, packPositions, unpackPositions } from '../positions.ts'

export type ChoiceKey = {
  /** In the order of authoring, whatever the order on screen. */
  choices: { id: string; correct: boolean }[]
  /** Several may be right, and several may be taken. */
  multiple: boolean
  /** Each right choice earns its share and each wrong one takes a share back. */
  partialCredit: boolean
}

/** Right answers among choices. An answer is the ids of the choices taken. */
export const choice = questionKind<ChoiceKey>({
  mark({ choices, multiple, partialCredit }, answer) {
    const taken = new Set(answer)
    const right = choices.filter((choice) => choice.correct)
    const found = right.filter((choice) => taken.has(choice.id)).length
    const wrong = taken.size - found
    return credited(Math.max(0, (found - wrong) / right.length || 0), multiple && partialCredit)
  },
  records: (key, answer, standard) => [
    { type: 'choice', response: written(key, answer, standard) },
  ],
  pack: (key, answer) => packPositions(inOrder(key, answer), idsOf(key)),
  unpack: (key, text) => unpackPositions(text, idsOf(key)),
})

export const choiceFacts = keyFacts<ChoiceKey>({
  identity({ choices, multiple, partialCredit }) {
    const key = choices.map(({ id, correct }) => `${id}${correct ? '+' : '-'}`).sort()
    return multiple ? [partialCredit, key] : key
  },
  budget: ({ choices, multiple }) => (multiple ? choices.length : 1),
  patterns(key, standard) {
    const right = key.choices.filter(({ correct }) => correct).map(({ id }) => id)
    return { '': [written(key, right, standard)] }
  },
})

const idsOf = (key: ChoiceKey) => key.choices.map((choice) => choice.id)

function inOrder(key: ChoiceKey, taken: readonly string[]): string[] {
  return idsOf(key).filter((id) => taken.includes(id))
}

/** SCORM 1.2 takes one character a choice, by the order of authoring; the others take our ids. */
function written(
  key: ChoiceKey,
  taken: readonly string[],
  standard: InteractionStandard,
): string {
  const names = inOrder(key, taken).map((id) => nameIn(idsOf(key), id, standard))
  return joined(names, standard)
}
