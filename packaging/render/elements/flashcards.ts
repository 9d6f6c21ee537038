import type { Node } from 'prosemirror-model'
import {
  acting,
  identity,
  inOwnLanguage,
  live,
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
    },
    h('div', { class: 'flashcards-cards', role: 'list' }, context.inside(node)),
    node.attrs.layout === 'stack' &&
      node.childCount > 1 &&
      stepping(context, {
        fr: { part: 'Carte', previous: 'Carte précédente', next: 'Carte suivante' },
        en: { part: 'Card', previous: 'Previous card', next: 'Next card' },
      }),
  )

const flashcard: Renderer = (node, context) =>
  h(
    'div',
    { ...identity(node, context), class: 'flashcard stepper-part', role: 'listitem' },
    h('div', { class: 'flashcard-sides', 'aria-live': 'polite' }, context.inside(node)),
    !context.paper &&
      !context.answers &&
      h('button', {
        type: 'button',
        class: 'flashcard-turn',
        'data-turn': context.say({ fr: 'Voir le verso', en: 'Flip' }),
        'data-back': context.say({ fr: 'Revoir le recto', en: 'Flip back' }),
        ...live,
        ...inOwnLanguage(context),
      }),
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
