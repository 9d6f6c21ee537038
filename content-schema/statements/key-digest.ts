import { canonicalJson } from '../canonical-json.ts'
import { keyFactsOf } from '../scoring/key-facts.ts'
import type { Question } from '../scoring/question.ts'

/**
 * Eight hexadecimal digits that change when choices, points' key or tolerance change and stay
 * when only the wording or the order does: answers before and after then compare.
 *
 * @see Fowler, Noll and Vo, FNV-1a, 32 bits
 */
export function keyDigest(question: Question): string {
  let hash = 0x811c9dc5
  for (const character of canonicalJson(keyFactsOf(question).identity(question.key))) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
