import type { Node, NodeSpec } from 'prosemirror-model'
import { formulaError } from '#content-schema/formula.ts'
import { defineElement, type Fault } from '../element.ts'
import { type AttrsOf, leaf, readAttrs, text, toData } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'

const formula = {
  /** LaTeX, as far as MathML can show it. */
  latex: text('', 4000),
  /** The formula as somebody would read it aloud. */
  spoken: text('', 1000),
}
const attrs = { ...elementAttrs, ...formula }
export type MathAttrs = AttrsOf<typeof attrs>

const said = ({ attrs }: Node) => attrs.spoken || attrs.latex

/** A formula on a line of its own. */
const math: NodeSpec = {
  group: 'element',
  draggable: true,
  leafText: said,
  ...leaf('figure', 'math', attrs),
}

/** A formula among words. */
const mathInline: NodeSpec = {
  inline: true,
  group: 'inline',
  draggable: true,
  leafText: said,
  attrs: formula,
  parseDOM: [
    {
      tag: 'span[data-node=math-inline]',
      getAttrs: (dom: HTMLElement) => readAttrs(dom, formula),
    },
  ],
  toDOM: ({ attrs }) => ['span', { 'data-node': 'math-inline', ...toData(attrs) }],
}

export default defineElement({
  nodes: { math, mathInline },
  names: { fr: 'Formule', en: 'Formula' },
  wave: 2,
  group: 'text',
  tracks: {},
  unfinished: formulaFaults,
  sentences: {
    empty: {
      fr: 'une formule est vide.',
      en: 'This formula is empty.',
    },
    unreadable: {
      fr: 'la formule « {{formula}} » ne peut pas être lue : {{reason}}',
      en: 'The formula “{{formula}}” contains an error: {{reason}}',
    },
    'without-spoken-text': {
      fr: 'une formule n’a pas de texte à dire à voix haute.',
      en: 'This formula has no text for screen readers.',
    },
  },
  accessibility: ({ attrs }) =>
    attrs.spoken.trim() === '' ? [{ code: 'math.without-spoken-text', severity: 'warns' }] : [],
})

/** What is wrong with one formula, on its own line or among words. */
export function formulaFaults({ attrs }: Node): Fault[] {
  const latex = String(attrs.latex).trim()
  if (latex === '') return [{ code: 'math.empty', severity: 'blocks' }]
  const reason = formulaError(latex)
  if (reason === null) return []
  const params = { formula: latex.slice(0, 60), reason }
  return [{ code: 'math.unreadable', severity: 'blocks', params }]
}
