import type { calloutKinds } from '#content-schema/nodes/callout.ts'
import { identity, inOwnLanguage, renders } from '../context.ts'
import { h } from '../html.ts'
import { icon } from '../icon.ts'

type Kind = (typeof calloutKinds)[number]

const outlines: Record<Kind, string> = {
  remember: 'M7 3h10v18l-5-4-5 4z',
  caution: 'M12 4 2.5 20h19zM12 10v4.5M12 17.2v.3',
  regulation: 'M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z',
  tip: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9V15h7v-1.1A6 6 0 0 0 12 3z',
  example: 'M4 5h16v12H9l-5 4zM8 9.5h8M8 13h5',
  definition: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8h6',
}

const labels: Record<Kind, { fr: string; en: string }> = {
  remember: { fr: 'À retenir', en: 'Key point' },
  caution: { fr: 'Attention', en: 'Caution' },
  regulation: { fr: 'Réglementation', en: 'Regulations' },
  tip: { fr: 'Conseil', en: 'Tip' },
  example: { fr: 'Exemple', en: 'Example' },
  definition: { fr: 'Définition', en: 'Definition' },
}

/** A boxed remark: its kind is said by a text, not by its colour or icon alone. */
export default renders('callout', {
  callout(node, context) {
    const kind: Kind = node.attrs.kind
    return h(
      'aside',
      { ...identity(node, context), class: `callout callout-${kind}` },
      h(
        'p',
        { class: 'callout-label', ...inOwnLanguage(context) },
        icon(outlines[kind]),
        context.say(labels[kind]),
      ),
      context.inside(node),
    )
  },
})
