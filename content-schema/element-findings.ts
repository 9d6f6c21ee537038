import type { Node } from 'prosemirror-model'
import type { ElementDefinition, Fault } from './element.ts'
import { elementsOf, within } from './elements.ts'
import type { Finding } from './finding.ts'
import { elements } from './nodes/index.ts'
import { elementOf, isElement } from './schema.ts'

/** What the elements of a document say is wrong with themselves, in its order. */
export function elementFindings(
  doc: Node,
  rule: keyof Pick<ElementDefinition, 'unfinished' | 'accessibility'>,
): Finding[] {
  return elementsOf(doc)
    .flatMap(({ node }) => within(node))
    .flatMap((node) => (elementOf(node)?.[rule](node) ?? []).map((fault) => found(fault, node)))
}

function found({ within: part, code, severity, params }: Fault, element: Node): Finding {
  const nodeId = part?.attrs.id || element.attrs.id || null
  return { code, severity, nodeId, ...(params && { params }) }
}

/** What a fault of an element says, in its own words; `null` when its code is of no element. */
export function elementSentence(code: string, language: 'fr' | 'en'): string | null {
  const [name = '', fault = ''] = code.split('.')
  const definition: ElementDefinition | null = isElement(name) ? elements[name] : null
  return definition?.sentences?.[fault]?.[language] ?? null
}
