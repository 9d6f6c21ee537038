import type { Node } from 'prosemirror-model'
import { identity, inOwnLanguage, type RenderContext } from '#packaging/render/context.ts'
import { fragment, type Html, h } from '#packaging/render/html.ts'

/** A text of several lines as paragraphs. */
export function lines(text: string): Html[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => h('p', {}, line))
}

/** Said to reviewers where a file is still to be chosen; learners see nothing. */
export function missing(node: Node, context: RenderContext): Html {
  if (!context.answers) return fragment()
  return h('p', { ...identity(node, context), class: 'missing' }, context.words.missing)
}

/** What a video or a recording says, for those who do not hear it. */
export function transcriptOf(node: Node, context: RenderContext): Html {
  const { transcript } = node.attrs
  if (!transcript) return fragment()
  return h(
    'details',
    { class: 'more', open: context.answers || context.paper },
    h('summary', inOwnLanguage(context), context.words.transcript),
    fragment(lines(transcript)),
  )
}

/** Captions that a browser can show; nothing when there are none. */
export function captionsOf(node: Node, context: RenderContext): Html {
  const captions = context.asset(node.attrs.captions)
  if (!captions) return fragment()
  return h('track', {
    kind: 'captions',
    src: captions.url,
    srclang: context.contentLanguage,
    label: context.words.captions,
    default: true,
  })
}

/** What the author says in the end, under its title: after the learner has answered, and to reviewers. */
export function saidAfter(
  said: Node | null,
  about: { class: string; title: string },
  context: RenderContext,
): Html {
  if (!said || said.textContent.trim() === '') return fragment()
  if (context.paper && !context.answers) return fragment()
  return h(
    'div',
    { class: about.class, hidden: !context.answers },
    h('p', { class: `${about.class}-title`, ...inOwnLanguage(context) }, about.title),
    context.render(said),
  )
}
