import type { Node } from 'prosemirror-model'
import { inOwnLanguage, type RenderContext, type Renderer } from './context.ts'
import { type Html, h } from './html.ts'
import { feedback, option, question } from './question.ts'

export const trueFalse: Renderer = (node, context) => {
  const [, whenTrue, whenFalse] = node.children
  const { words } = context
  return question(
    node,
    context,
    words.trueOrFalse,
    h(
      'div',
      { class: 'options' },
      truthOption(node, true, words.isTrue, whenTrue, context),
      truthOption(node, false, words.isFalse, whenFalse, context),
    ),
  )
}

function truthOption(
  node: Node,
  value: boolean,
  word: string,
  said: Node | undefined,
  context: RenderContext,
): Html {
  const id = `${node.attrs.id}-${value}`
  return h(
    'div',
    { class: 'choice', 'data-choice': String(value) },
    option(
      { type: 'radio', name: node.attrs.id, value: String(value), id },
      h('span', inOwnLanguage(context), word),
      context,
      node.attrs.answer === value,
    ),
    feedback(said, { attribute: 'choice', label: '' }, context),
  )
}
