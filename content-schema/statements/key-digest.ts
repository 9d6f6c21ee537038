import { canonicalJson } from '../canonical-json.ts'
import type { Question } from '../scoring/question.ts'

/**
 * Eight hexadecimal digits that change when choices, points' key or tolerance change and stay
 * when only the wording or the order does: answers before and after then compare.
 *
 * @see Fowler, Noll and Vo, FNV-1a, 32 bits
 */
export function keyDigest(question: Question): string {
  let hash = 0x811c9dc5
  for (const character of canonicalJson(keyOf(question))) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

function keyOf(question: Question): unknown {
  switch (question.kind) {
    case 'singleChoice':
      return sortedKey(question.choices)
    case 'multipleChoice':
      return [question.partialCredit, sortedKey(question.choices)]
    case 'trueFalse':
      return question.answer
    case 'numeric':
      return [question.value, question.tolerance]
  }
}

function sortedKey(choices: { id: string; correct: boolean }[]): string[] {
  return choices.map(({ id, correct }) => `${id}${correct ? '+' : '-'}`).sort()
}
