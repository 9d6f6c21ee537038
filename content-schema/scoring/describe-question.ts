import type { Node } from 'prosemirror-model'
import type { Described } from '../element.ts'
import { excerpt } from '../plain-text.ts'
import { elementOf } from '../schema.ts'

/** What a question and its parts are to somebody who reads answers without seeing the page. */
export function describeQuestion(node: Node): Described[] {
  const described = elementOf(node)?.question?.describe?.(node)
  return described ?? [{ prompt: excerpt(node.firstChild ?? node, 240) }]
}
