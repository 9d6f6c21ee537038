import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import type { NumericKey } from '../scoring/kinds/numeric.ts'
import { readNumber } from '../scoring/read-number.ts'
import { type AttrsOf, decimal, element, text, texts } from './shared/attributes.ts'
import { questionAttrs } from './shared/element-attributes.ts'
import { promptFaults } from './shared/question-faults.ts'

const attrs = {
  ...questionAttrs,
  /** The right answer; `null` until the author gives it. */
  value: decimal(),
  /** How far an answer may be from it, in the same unit; `null` means not at all. */
  tolerance: decimal(0),
  /** Written beside the field, for example `m` or `€`. */
  unit: text('', 40),
  /** Other units that may be typed, each as `cm = 0,01`: what one of them is in the unit above. */
  otherUnits: texts(10, 60),
}
export type NumericAttrs = AttrsOf<typeof attrs>

/** A question answered by a number; the first feedback answers a right one, the second a wrong one. */
const numeric: NodeSpec = {
  group: 'element question',
  content: 'prompt feedback{2}',
  isolating: true,
  ...element('section', 'numeric', attrs),
}

export default defineElement({
  nodes: { numeric },
  names: { fr: 'Réponse numérique', en: 'Numeric answer' },
  wave: 1,
  group: 'question',
  tracks: { scorm12: 'numeric', scorm2004: 'numeric', xapi: 'numeric' },
  unfinished: (node) => [...promptFaults(node), ...valueFaults(node)],
  // One field with a label; its unit is part of what is read out.
  accessibility: nothingToFind,
  question: { key: readKey },
})

function valueFaults({ attrs }: Node): Fault[] {
  if (attrs.value !== null) return []
  return [{ code: 'completeness.numeric-without-value', severity: 'blocks' }]
}

function readKey({ attrs }: Node): { kind: 'numeric'; key: NumericKey } | null {
  const { value, tolerance } = attrs
  if (value === null) return null
  const units = unitsOf(attrs as NumericAttrs)
  const key = { value, tolerance: tolerance ?? 0, ...(units.length > 0 && { units }) }
  return { kind: 'numeric', key }
}

/** The unit itself first; a line that cannot be read names no unit. */
export function unitsOf({
  unit,
  otherUnits,
}: Pick<NumericAttrs, 'unit' | 'otherUnits'>): Unit[] {
  const others = otherUnits.flatMap((line) => readUnit(line) ?? [])
  return unit ? [{ name: unit, factor: 1 }, ...others] : others
}

type Unit = { name: string; factor: number }

/** Reads `cm = 0,01`: what one of them is in the unit of the question. */
export function readUnit(line: string): Unit | null {
  const [name = '', factor = ''] = line.split('=')
  const value = readNumber(factor)
  return name.trim() && value ? { name: name.trim(), factor: value } : null
}
