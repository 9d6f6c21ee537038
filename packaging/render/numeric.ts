import type { Node } from 'prosemirror-model'
import { numberText } from '../player/i18n/number-text.ts'
import { fill } from '../player/i18n/words.ts'
import { inOwnLanguage, type RenderContext, type Renderer } from './context.ts'
import { fragment, type Html, h } from './html.ts'
import { feedback, question } from './question.ts'

export const numeric: Renderer = (node, context) => {
  const [, whenRight, whenWrong] = node.children
  const { words } = context
  return question(
    node,
    context,
    '',
    context.answers ? rightNumber(node, context) : numberField(node, context),
    feedback(whenRight, { attribute: 'right', label: words.ifRight }, context),
    feedback(whenWrong, { attribute: 'wrong', label: words.ifWrong }, context),
  )
}

function numberField(node: Node, context: RenderContext): Html {
  const { id, unit } = node.attrs
  const field = `${id}-number`
  return h(
    'div',
    { class: 'number' },
    h('label', { for: field, ...inOwnLanguage(context) }, context.words.yourNumber),
    ' ',
    h('input', {
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      id: field,
      name: id,
      maxlength: 16,
      'aria-describedby': unit ? `${id}-unit` : null,
    }),
    unit && fragment(' ', h('span', { id: `${id}-unit` }, unit)),
  )
}

function rightNumber(node: Node, context: RenderContext): Html {
  const { value, tolerance, unit } = node.attrs
  const { words, contentLanguage } = context
  if (value === null) return fragment()
  const n = (number: number) => numberText(number, contentLanguage)
  const right = [n(value), unit, tolerance && `(${fill(words.tolerance, { n: n(tolerance) })})`]
  return h(
    'p',
    { class: 'verdict' },
    words.rightAnswer,
    words.colon,
    right.filter(Boolean).join(' '),
  )
}
