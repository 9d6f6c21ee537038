import type { Node } from 'prosemirror-model'
import {
  acting,
  identity,
  inOwnLanguage,
  type RenderContext,
  type Renderer,
  renders,
} from '../context.ts'
import { type Html, h } from '../html.ts'
import { pictureOf } from './shared/picture.ts'
import { stepping } from './shared/stepping.ts'

/** Both sides of each card one after the other; the player shows one, and turns the card. */
const flashcards: Renderer = (node, context) =>
  h(
    'div',
    {
      ...acting(node, context),
      class: `flashcards flashcards-${node.attrs.layout}`,
      'data-turn': context.say({ fr: 'Voir le verso', en: 'Flip' }),
      'data-turn-back': context.say({ fr: 'Revoir le recto', en: 'Flip back' }),
      ...stepping(context, {
        fr: { part: 'Carte', previous: 'Carte précédente', next: 'Carte suivante' },
        en: { part: 'Card', previous: 'Previous card', next: 'Next card' },
      }),
    },
    h('div', { class: 'flashcards-cards', role: 'list' }, context.inside(node)),
  )

const flashcard: Renderer = (node, context) =>
  h(
    'div',
    { ...identity(node, context), class: 'flashcard', role: 'listitem' },
    h('div', { class: 'flashcard-sides' }, context.inside(node)),
  )

export default renders('flashcards', {
  flashcards,
  flashcard,
  flashcardFront: (node, context) => side(node, context, { fr: 'Recto', en: 'Front' }),
  flashcardBack: (node, context) => side(node, context, { fr: 'Verso', en: 'Back' }),
})

function side(node: Node, context: RenderContext, label: { fr: string; en: string }): Html {
  return h(
    'div',
    { ...identity(node, context), class: 'flashcard-side' },
    h('p', { class: 'flashcard-label', ...inOwnLanguage(context) }, context.say(label)),
    pictureOf(node, context),
    context.inside(node),
  )
}
