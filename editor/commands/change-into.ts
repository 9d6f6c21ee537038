import type { Node, Schema } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import type { ElementName } from '#content-schema/schema.ts'
import { currentPart } from './current-part.ts'
import { nestedPart } from './nested-part.ts'
import { selectInside } from './select-part.ts'

/** Elements that hold the same in another shape, and can be turned into each other without loss. */
const families: readonly (readonly ElementName[])[] = [
  ['paragraph', 'heading', 'bulletList', 'orderedList', 'callout'],
  ['singleChoice', 'multipleChoice'],
]

/** What an element can be changed into, itself left out. */
export function possibleChanges(name: string): readonly ElementName[] {
  const family = families.find((each) => (each as readonly string[]).includes(name)) ?? []
  return family.filter((each) => each !== name)
}

/** Gives the current element another shape. Its words stay, and it stays the same element. */
export function changeInto(name: ElementName): Command {
  return (state, dispatch) => {
    const whole = currentPart(state)
    const part = nestedPart(state) ?? whole
    if (!part || whole?.kind !== 'element') return false
    if (!possibleChanges(part.node.type.name).includes(name)) return false
    const $part = state.doc.resolve(part.position)
    const index = $part.index()
    const type = state.schema.nodes[name]
    if (!type || !$part.parent.canReplaceWith(index, index + 1, type)) return false
    const changed = shapes[name]?.(part.node, state.schema)
    if (!changed) return false
    const change = state.tr.replaceWith(
      part.position,
      part.position + part.node.nodeSize,
      changed,
    )
    dispatch?.(selectInside(change, part.position).scrollIntoView())
    return true
  }
}

type Shape = (node: Node, schema: Schema) => Node | Node[] | null

const shapes: Partial<Record<ElementName, Shape>> = {
  paragraph: (node, schema) =>
    linesOf(node).map((line, index) =>
      schema.nodes.paragraph!.create(index === 0 ? idOf(node) : null, line.content),
    ),
  heading: (node, schema) => {
    const [first, ...rest] = linesOf(node)
    const heading = schema.nodes.heading!
    const words = first ? allowed(first, heading.markSet?.map(({ name }) => name) ?? []) : []
    return [
      heading.create({ ...idOf(node), level: 3 }, words),
      ...rest.map((line) => schema.nodes.paragraph!.create(null, line.content)),
    ]
  },
  bulletList: (node, schema) => list('bulletList', node, schema),
  orderedList: (node, schema) => list('orderedList', node, schema),
  callout: (node, schema) => {
    const isList = node.type.isInGroup('list')
    const flow = isList
      ? [node.type.create(null, node.content)]
      : linesOf(node).map((line) => schema.nodes.paragraph!.create(null, line.content))
    return schema.nodes.callout!.createChecked(idOf(node), flow)
  },
  singleChoice: (node, schema) => choices('singleChoice', node, schema),
  multipleChoice: (node, schema) => choices('multipleChoice', node, schema),
}

/** Every line of text in an element, in order. */
function linesOf(node: Node): Node[] {
  if (node.isTextblock) return [node]
  const lines: Node[] = []
  node.descendants((inner) => {
    if (inner.isTextblock) lines.push(inner)
    return !inner.isTextblock
  })
  return lines
}

function list(name: string, node: Node, schema: Schema): Node {
  const type = schema.nodes[name]!
  // A list of the other sort keeps what is nested in it.
  if (node.type.isInGroup('list')) return type.create(idOf(node), node.content)
  const items = linesOf(node).map((line) =>
    schema.nodes.listItem!.create(null, schema.nodes.paragraph!.create(null, line.content)),
  )
  return type.create(idOf(node), items)
}

/** In a single choice only the first of the right ones stays right. */
function choices(name: string, node: Node, schema: Schema): Node {
  const type = schema.nodes[name]!
  const attrs = Object.fromEntries(
    Object.entries(node.attrs).filter(([attribute]) => type.spec.attrs?.[attribute]),
  )
  let found = false
  const content = node.children.map((child) => {
    if (child.type.name !== 'choice') return child
    const correct = child.attrs.correct && (name === 'multipleChoice' || !found)
    found ||= correct
    return child.type.create({ ...child.attrs, correct }, child.content)
  })
  return type.create(attrs, content)
}

/** The words of a line with only the marks that may stand where it goes. */
function allowed(line: Node, names: string[]): Node[] {
  return line.children.map((inline) =>
    inline.mark(inline.marks.filter(({ type }) => names.includes(type.name))),
  )
}

function idOf({ attrs }: Node) {
  return { id: attrs.id as string }
}
