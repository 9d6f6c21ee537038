import type { Node } from 'prosemirror-model'
import { inOwnLanguage, type RenderContext, type Renderer, renders } from '../context.ts'
import { type Html, h } from '../html.ts'
import { feedback, option, question } from './shared/question.ts'

const texts = {
  fr: {
    hint: 'Vrai ou faux ?',
    empty: 'Choisissez d’abord une réponse.',
    isTrue: 'Vrai',
    isFalse: 'Faux',
  },
  en: {
    hint: 'True or false?',
    empty: 'Select an answer first.',
    isTrue: 'True',
    isFalse: 'False',
  },
}

const trueFalse: Renderer = (node, context) => {
  const [, whenTrue, whenFalse] = node.children
  const words = context.say(texts)
  return question(
    node,
    context,
    words,
    h(
      'div',
      { class: 'options' },
      truthOption(node, true, words.isTrue, whenTrue, context),
      truthOption(node, false, words.isFalse, whenFalse, context),
    ),
  )
}

export default renders('trueFalse', { trueFalse })

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
    {
      class: 'choice',
      'data-choice': String(value),
      'data-right': node.attrs.answer === value,
    },
    option(
      { type: 'radio', name: node.attrs.id, value: String(value), id },
      h('span', inOwnLanguage(context), word),
      context,
      node.attrs.answer === value,
    ),
    feedback(said, { attribute: 'choice', label: '' }, context),
  )
}
