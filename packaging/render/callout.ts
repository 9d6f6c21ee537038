import { identity, inOwnLanguage, type Renderer } from './context.ts'
import { h } from './html.ts'
import { type IconName, icon } from './icon.ts'

/** A boxed remark: its kind is said by a text, not by its colour or icon alone. */
export const callout: Renderer = (node, context) => {
  const kind: IconName & keyof typeof context.words.callouts = node.attrs.kind
  return h(
    'aside',
    { ...identity(node, context), class: `callout callout-${kind}` },
    h(
      'p',
      { class: 'callout-label', ...inOwnLanguage(context) },
      icon(kind),
      context.words.callouts[kind],
    ),
    context.inside(node),
  )
}
