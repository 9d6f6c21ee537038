import type { Node } from 'prosemirror-model'
import { acceptedIn } from '#content-schema/nodes/shared/typed-answer.ts'
import { longestWords } from '#content-schema/scoring/kinds/fill-in.ts'
import { inOwnLanguage, type RenderContext, type Renderer, renders } from '../context.ts'
import { type Html, h } from '../html.ts'
import { question, rightAndWrong } from './shared/question.ts'

const texts = {
  fr: {
    hint: '',
    empty: 'Écrivez d’abord votre réponse.',
    yours: 'Votre réponse',
    right: 'La bonne réponse était « {n} ».',
    written: 'Cela s’écrit « {n} ».',
    accepted: 'Réponses acceptées',
    quote: '« {n} »',
  },
  en: {
    hint: '',
    empty: 'Type your answer first.',
    yours: 'Your answer',
    right: 'The correct answer is “{n}”.',
    written: 'The correct spelling is “{n}”.',
    accepted: 'Accepted answers',
    quote: '“{n}”',
  },
}

const shortAnswer: Renderer = (node, context) => {
  return question(
    node,
    context,
    context.say(texts),
    context.answers ? accepted(node, context) : field(node, context),
    rightAndWrong(node, context),
  )
}

export default renders('shortAnswer', { shortAnswer })

function field({ attrs }: Node, context: RenderContext): Html {
  const { yours, right, written } = context.say(texts)
  const id = `${attrs.id}-words`
  if (context.paper) return h('p', { class: 'to-write', ...inOwnLanguage(context) }, yours)
  return h(
    'div',
    { class: 'typed', 'data-right': right, 'data-written': written },
    h('label', { for: id, ...inOwnLanguage(context) }, yours),
    ' ',
    h('input', {
      type: 'text',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      id,
      name: attrs.id,
      maxlength: longestWords,
    }),
  )
}

function accepted({ attrs }: Node, context: RenderContext): Html {
  const { quote } = context.say(texts)
  const all = acceptedIn(attrs.accepted).map((each) => quote.replace('{n}', () => each))
  return h(
    'p',
    { class: 'verdict' },
    context.say(texts).accepted,
    context.words.colon,
    all.join(', '),
  )
}
