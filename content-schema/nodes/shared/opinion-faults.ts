import type { Node } from 'prosemirror-model'
import type { Fault } from '#content-schema/element.ts'
import { promptFaults } from './question-faults.ts'

/**
 * What is wrong with a question that asks for opinions: nothing asked, a line that says nothing, a
 * scale that leaves no choice. Codes are those of the element.
 *
 * @param part type of the lines that an opinion is asked on
 */
export function opinionFaults(question: Node, part: string, steps: readonly string[]): Fault[] {
  const element = question.type.name
  const empty = partsOf(question, part).filter((each) => each.textContent.trim() === '')
  return [
    ...promptFaults(question),
    ...empty.map(
      (within): Fault => ({ code: `${element}.line-without-text`, severity: 'blocks', within }),
    ),
    ...(steps.filter((step) => step.trim() !== '').length < 2
      ? [{ code: `${element}.scale-too-short`, severity: 'blocks' } as const]
      : []),
  ]
}

/** The parts of one type that stand directly in an element, in order. */
export function partsOf(element: Node, type: string): Node[] {
  return (element.children as Node[]).filter((child) => child.type.name === type)
}
