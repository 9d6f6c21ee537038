import { acting, inOwnLanguage, inside, type Renderer, renders } from '../context.ts'
import { h } from '../html.ts'

const checklist: Renderer = (node, context) =>
  h(
    'div',
    { ...acting(node, context), class: 'checklist' },
    h('ul', {}, context.inside(node)),
    // Said by the player: without it nothing is kept.
    h(
      'p',
      { class: 'checklist-note', hidden: true, ...inOwnLanguage(context) },
      context.say({
        fr: 'Vos coches restent dans ce navigateur : elles ne sont envoyées à personne.',
        en: 'Saved only in this browser.',
      }),
    ),
  )

const checklistItem: Renderer = (node, context) => {
  const { id } = node.attrs
  const field = `${id}-tick`
  return h(
    'li',
    { id, 'data-node-id': context.nodeIds ? id : null },
    h('input', { type: 'checkbox', id: field, disabled: context.answers || context.paper }),
    h('label', { for: field }, context.inside(node)),
  )
}

export default renders('checklist', { checklist, checklistItem, checklistText: inside })
