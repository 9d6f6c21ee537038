import { shuffled } from '#content-schema/scoring/shuffled.ts'

/**
 * Puts the children of an element in an order that only depends on the seed: the same learner finds
 * the same order again.
 */
export function shuffle(element: Element, seed: string): void {
  for (const child of shuffled(Array.from(element.children), seed)) element.append(child)
}
