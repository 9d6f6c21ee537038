import type { Node } from 'prosemirror-model'
import { type NumericAttrs, unitsOf } from '#content-schema/nodes/numeric.ts'
import { numberText } from '#packaging/player/i18n/number-text.ts'
import { fill } from '#packaging/player/i18n/words.ts'
import { inOwnLanguage, type RenderContext, type Renderer, renders } from '../context.ts'
import { fragment, type Html, h } from '../html.ts'
import { question, rightAndWrong } from './shared/question.ts'

const texts = {
  fr: {
    units: 'Vous pouvez répondre dans l’une de ces unités : {units}.',
    empty: 'Écrivez d’abord un nombre, par exemple 3,5.',
    emptyUnits: 'Écrivez d’abord un nombre, dans l’une de ces unités : {units}.',
    yours: 'Votre réponse',
    tolerance: 'à {n} près',
    rightNumber: 'La bonne réponse était {n}.',
  },
  en: {
    units: 'You can use any of these units: {units}.',
    empty: 'Enter a number first, for example 3.5.',
    emptyUnits: 'Enter a number first, in one of these units: {units}.',
    yours: 'Your answer',
    tolerance: 'plus or minus {n}',
    rightNumber: 'The correct answer is {n}.',
  },
}

const numeric: Renderer = (node, context) => {
  return question(
    node,
    context,
    aboutUnits(node, context),
    context.answers ? rightNumber(node, context) : numberField(node, context),
    rightAndWrong(node, context),
  )
}

export default renders('numeric', { numeric })

/** Which units may be typed is said only where there is a choice. */
function aboutUnits({ attrs }: Node, context: RenderContext): { hint: string; empty: string } {
  const { units, empty, emptyUnits } = context.say(texts)
  const names = unitsOf(attrs as NumericAttrs).map(({ name }) => name)
  if (attrs.otherUnits.length === 0 || names.length === 0) return { hint: '', empty }
  const said = { units: names.join(', ') }
  return { hint: fill(units, said), empty: fill(emptyUnits, said) }
}

/** Digits that are kept, and the longest unit that may follow them. */
function longestTyped({ attrs }: Node): number {
  const names = unitsOf(attrs as NumericAttrs).map(({ name }) => name.length)
  return 24 + (attrs.otherUnits.length > 0 ? 1 + Math.max(0, ...names) : 0)
}

function numberField(node: Node, context: RenderContext): Html {
  const { id, unit, value } = node.attrs
  const field = `${id}-number`
  const own = (number: number) => numberText(number, context.contentLanguage)
  const n = [own(value ?? 0), unit].filter(Boolean).join(' ')
  return h(
    'div',
    {
      class: 'number',
      'data-right': fill(context.say(texts).rightNumber, { n }),
      'data-point': own(1.5).charAt(1),
    },
    h('label', { for: field, ...inOwnLanguage(context) }, context.say(texts).yours),
    ' ',
    h('input', {
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      id: field,
      name: id,
      maxlength: longestTyped(node),
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
