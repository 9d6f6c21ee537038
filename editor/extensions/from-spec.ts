import {
  type AnyExtension,
  Mark,
  type MarkConfig,
  Node,
  type NodeConfig,
  type NodeViewRenderer,
} from '@tiptap/core'
import type {
  AttributeSpec,
  ContentMatch,
  DOMOutputSpec,
  MarkSpec,
  NodeSpec,
  Node as ProseMirrorNode,
} from '@tiptap/pm/model'
import { type MarkName, marks, type NodeName, nodes, schema } from '#content-schema/schema.ts'
import type { EditorWords } from '../words/fr.ts'

/** Where a node stands: in its parent, and at which place among all its children. */
export type Place = { node: ProseMirrorNode; parent: ProseMirrorNode | null; index: number }

/** What the page says beside the author's own words. */
export type Hint = {
  /** Always there, before the words. */
  label?: string
  /** There while nothing is written. */
  placeholder?: string
}

/** How equal parts of an element are spoken of. */
export type PieceWords = { add: string; name: string }

/** What the editor adds to a node of the schema; what a document may hold is never changed here. */
export type NodeManners = {
  hint?: (place: Place, words: EditorWords) => Hint
  /** What a child of this node is for, when the child cannot know; empty when it needs no words. */
  hintInside?: (child: Place, words: EditorWords) => string
  /** Children of which there can be more or fewer: a button after the last adds one. */
  pieces?: Record<string, (language: EditorWords['language']) => PieceWords>
  /** Where elements stand in it: what the button at its end says, which adds one. */
  adds?: (language: EditorWords['language']) => string
  keys?: NodeConfig['addKeyboardShortcuts']
  rules?: NodeConfig['addInputRules']
  view?: NodeViewRenderer
  plugins?: NodeConfig['addProseMirrorPlugins']
}

/** Fields that Tiptap hands to ProseMirror under the same name. */
const sharedFields = [
  'content',
  'marks',
  'group',
  'inline',
  'atom',
  'selectable',
  'draggable',
  'code',
  'whitespace',
  'linebreakReplacement',
  'defining',
  'isolating',
] as const

/** Fields of ours (`holdsElements`: elements stand in it as they do in a section), or of prosemirror-tables, that Tiptap does not know and would drop. */
const extraFields = ['leafText', 'tableRole', 'holdsElements'] as const

/** A Tiptap node that holds exactly what the node of `content-schema` holds. */
export function nodeFromSpec(name: NodeName, manners: NodeManners = {}): AnyExtension {
  const spec: NodeSpec = nodes[name]
  const { view } = manners
  return Node.create({
    name,
    topNode: name === 'doc',
    ...picked(spec, sharedFields),
    addAttributes: () => attributesOf(spec.attrs),
    ...(spec.parseDOM && { parseHTML: () => spec.parseDOM as never }),
    ...(spec.toDOM && { renderHTML: ({ node }) => spec.toDOM?.(node) as DOMOutputSpec & [] }),
    extendNodeSchema: (extension) => (extension.name === name ? picked(spec, extraFields) : {}),
    // Between two parts that no text may stand between, a caret would tear their element in two.
    allowGapCursor: holdsParagraphs(name) ? null : false,
    ...(manners.keys && { addKeyboardShortcuts: manners.keys }),
    ...(manners.rules && { addInputRules: manners.rules }),
    ...(manners.plugins && { addProseMirrorPlugins: manners.plugins }),
    ...(view && { addNodeView: () => view }),
  } as NodeConfig)
}

function holdsParagraphs(name: NodeName): boolean {
  const paragraph = schema.nodes.paragraph!
  const seen = new Set<ContentMatch>()
  const accepts = (match: ContentMatch): boolean => {
    if (seen.has(match)) return false
    seen.add(match)
    if (match.matchType(paragraph)) return true
    return Array.from({ length: match.edgeCount }, (_, at) => match.edge(at).next).some(accepts)
  }
  return accepts(schema.nodes[name]!.contentMatch)
}

/** As {@link nodeFromSpec}, for a mark. */
export function markFromSpec(
  name: MarkName,
  manners: {
    keys?: MarkConfig['addKeyboardShortcuts']
    rules?: MarkConfig['addInputRules']
  } = {},
): AnyExtension {
  const spec: MarkSpec = marks[name]
  return Mark.create({
    name,
    ...picked(spec, ['inclusive', 'excludes', 'group', 'spanning', 'code']),
    addAttributes: () => attributesOf(spec.attrs),
    parseHTML: () => spec.parseDOM as never,
    renderHTML: ({ mark }) => spec.toDOM?.(mark, true) as DOMOutputSpec & [],
    ...(manners.keys && { addKeyboardShortcuts: manners.keys }),
    ...(manners.rules && { addInputRules: manners.rules }),
  } as MarkConfig)
}

/** Reading and writing HTML stays with the spec: Tiptap would read attributes a second time. */
function attributesOf(attrs: Record<string, AttributeSpec> = {}) {
  return Object.fromEntries(
    Object.entries(attrs).map(([name, attribute]) => [
      name,
      {
        ...('default' in attribute ? { default: attribute.default } : { isRequired: true }),
        validate: attribute.validate,
        parseHTML: () => null,
        keepOnSplit: name !== 'id',
      },
    ]),
  )
}

function picked(spec: NodeSpec | MarkSpec, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.filter((field) => spec[field] !== undefined).map((field) => [field, spec[field]]),
  )
}
