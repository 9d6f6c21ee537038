import type { Node } from 'prosemirror-model'
import { numberText } from '#packaging/player/i18n/number-text.ts'
import { fill } from '#packaging/player/i18n/words.ts'
import { inOwnLanguage, type RenderContext, type Renderer, renders } from '../context.ts'
import { fragment, type Html, h } from '../html.ts'
import { feedback, question } from './shared/question.ts'

const texts = {
  fr: {
    hint: '',
    empty: 'Écrivez d’abord un nombre, par exemple 3,5.',
    yours: 'Votre réponse',
    tolerance: 'à {n} près',
    rightNumber: 'La bonne réponse était {n}.',
  },
  en: {
    hint: '',
    empty: 'Type a number first, for example 3.5.',
    yours: 'Your answer',
    tolerance: 'give or take {n}',
    rightNumber: 'The right answer was {n}.',
  },
}

const numeric: Renderer = (node, context) => {
  const [, whenRight, whenWrong] = node.children
  const { words } = context
  return question(
    node,
    context,
    context.say(texts),
    context.answers ? rightNumber(node, context) : numberField(node, context),
    feedback(whenRight, { attribute: 'right', label: words.ifRight }, context),
    feedback(whenWrong, { attribute: 'wrong', label: words.ifWrong }, context),
  )
}

export default renders('numeric', { numeric })

function numberField(node: Node, context: RenderContext): Html {
  const { id, unit } = node.attrs
  const field = `${id}-number`
  return h(
    'div',
    { class: 'number', 'data-right-number': context.say(texts).rightNumber },
    h('label', { for: field, ...inOwnLanguage(context) }, context.say(texts).yours),
    ' ',
    h('input', {
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      id: field,
      name: id,
      maxlength: 24,
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
  const right = [
    n(value),
    unit,
    tolerance && `(${fill(context.say(texts).tolerance, { n: n(tolerance) })})`,
  ]
  return h(
    'p',
    { class: 'verdict' },
    words.rightAnswer,
    words.colon,
    right.filter(Boolean).join(' '),
  )
}
