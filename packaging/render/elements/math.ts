import { identity, renders } from '../context.ts'
import { h } from '../html.ts'
import { mathml } from '../mathml.ts'

type Formula = { latex: string; spoken: string }

/** MathML alone: browsers draw it, screen readers say it, nothing runs. What cannot be read stays as written. */
export default renders('math', {
  math: (node, context) =>
    h(
      'div',
      {
        ...identity(node, context),
        class: 'formula',
        role: 'group',
        tabindex: context.paper ? null : 0,
        'aria-label': context.say({ fr: 'Formule', en: 'Formula' }),
      },
      mathml(node.attrs as unknown as Formula, 'block') ?? h('code', {}, node.attrs.latex),
    ),
  mathInline: (node) =>
    h(
      'span',
      { class: 'formula-inline' },
      mathml(node.attrs as unknown as Formula, 'inline') ?? h('code', {}, node.attrs.latex),
    ),
})
