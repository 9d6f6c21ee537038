import type { Node } from 'prosemirror-model'
import {
  acting,
  identity,
  inOwnLanguage,
  live,
  type RenderContext,
  renders,
} from '../context.ts'
import { type Html, h } from '../html.ts'

/** Its words alone, as a line between two parts, where there is no player to hide what follows. */
export default renders('progressLock', {
  progressLock(node, context) {
    if (context.paper)
      return h('p', { ...identity(node, context), class: 'lock' }, label(node, context))
    return h(
      'div',
      {
        ...acting(node, context),
        class: 'lock',
        'data-rule': node.attrs.rule,
        'data-wait': context.say({
          fr: 'Avant de continuer, terminez ce qui précède.',
          en: 'Complete everything above to continue.',
        }),
      },
      h('p', {}, label(node, context)),
      h('button', { type: 'button', ...live }, label(node, context)),
      h('p', { class: 'lock-wait', role: 'status' }),
    )
  },
})

function label(node: Node, context: RenderContext): Html | string {
  if (node.attrs.label) return node.attrs.label
  return h('span', inOwnLanguage(context), context.say({ fr: 'Continuer', en: 'Continue' }))
}
