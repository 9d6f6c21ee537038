import type { Node } from 'prosemirror-model'
import type { MarkName, NodeName } from '#content-schema/schema.ts'
import { type Language, type PageWords, wordsByLanguage } from '../player/i18n/words.ts'
import type { RenderContext, RenderedAsset } from './context.ts'
import { lines } from './elements/shared/parts.ts'
import { fragment, type Html, h } from './html.ts'
import { marks } from './marks.ts'
import { renderers } from './renderers.ts'

export type RenderOptions = {
  /** Where a page finds a file, by its SHA-256, or a part of a picture; `null` when it is not to be had. */
  asset: (digest: string, region: string) => RenderedAsset | null
  /** Language of the words around the module's own: "Question", "Transcription". */
  language: Language
  /** Those words, where they are not all ours. */
  words?: PageWords
  /** Language of the module. */
  contentLanguage: string
  /** For reviewers: right answers and feedback are shown, nothing can be answered. */
  answers?: boolean
  /** For reviewers: each element says which node it shows, in `data-node-id`. */
  nodeIds?: boolean
  /** For paper: nothing is folded, nothing has to be pressed, there is room to write. */
  paper?: boolean
}

/**
 * Shows a document as HTML: one `<section data-section>` a page, titles from level 2 (its own title
 * is the caller's level 1). All text is escaped; there is no inline style and no script.
 */
export function renderModule(doc: Node, options: RenderOptions): string {
  return renderDocument(doc, options).markup
}

export function renderDocument(doc: Node, options: RenderOptions): Html {
  const context: RenderContext = {
    words: options.words ?? wordsByLanguage[options.language].page,
    language: options.language,
    contentLanguage: options.contentLanguage,
    asset: (digest, region = '') => (digest ? options.asset(digest, region) : null),
    answers: options.answers ?? false,
    nodeIds: options.nodeIds ?? false,
    paper: options.paper ?? false,
    say: (texts) => texts[options.language],
    render: (node) => renderNode(node, context),
    inside: (node) => fragment((node.children as Node[]).map(context.render)),
  }
  return context.render(doc)
}

function renderNode(node: Node, context: RenderContext): Html {
  const plain = withTutorNote(
    node,
    renderers[node.type.name as NodeName](node, context),
    context,
  )
  return [...node.marks]
    .reverse()
    .reduce((inside, mark) => marks[mark.type.name as MarkName](inside, mark, context), plain)
}

/** Notes for whoever accompanies learners stand after their element, where answers are shown. */
function withTutorNote(node: Node, shown: Html, context: RenderContext): Html {
  if (!context.answers || !node.attrs.tutorNote) return shown
  const label = h('strong', {}, context.words.tutorNote)
  return fragment(
    shown,
    h('aside', { class: 'tutor-note' }, label, lines(node.attrs.tutorNote)),
  )
}
