import type { NodeName } from '#content-schema/schema.ts'
import { inside, type Renderer } from './context.ts'
import { elementRenderers } from './elements/index.ts'
import { choiceText } from './elements/shared/choices.ts'
import { fragment, h } from './html.ts'
import { section, sectionTitle } from './section.ts'

const sharedRenderers = {
  doc: inside,
  text: (node) => fragment(node.text),
  hardBreak: () => h('br'),
  listItem: (node, context) => h('li', {}, context.inside(node)),
  section,
  sectionTitle,
  // In a package its module stands here instead.
  moduleRow: (node) => h('p', {}, node.attrs.title),
  reuse: (_, { say }) => h('p', {}, say({ fr: 'Élément réutilisé', en: 'Reused element' })),
  questionDraw: (_, { say }) =>
    h('p', {}, say({ fr: 'Questions tirées d’une banque', en: 'Questions from a bank' })),
  prompt: inside,
  choice: inside,
  choiceText,
  feedback: inside,
} satisfies Partial<Record<NodeName, Renderer>>

/** How each node of a document is shown. */
export const renderers = {
  ...sharedRenderers,
  ...Object.assign({}, ...Object.values(elementRenderers)),
} as Record<NodeName, Renderer>
