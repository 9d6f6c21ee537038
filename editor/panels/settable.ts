import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection } from '@tiptap/pm/state'
import { isElement } from '#content-schema/schema.ts'
import type { InBoth, SettingsForm } from '../element-editor.ts'
import { elementEditors } from '../elements/index.ts'

/** A node around the caret with the form that sets it. */
export type Settable = {
  node: Node
  form: SettingsForm
  /** Only of parts: elements are named by the catalogue. */
  label?: InBoth<string>
}

type PartForm = { label: InBoth<string>; form: SettingsForm }

/** By name of the part: forms of parts of elements. */
const partForms = new Map<string, PartForm>(
  Object.values(elementEditors).flatMap(({ partSettings = {} }) =>
    Object.entries(partSettings as Record<string, PartForm>),
  ),
)

/** What can be set where the caret is, from the innermost node outwards. */
export function settableNodes(state: EditorState): Settable[] {
  return nodesAround(state).flatMap((node): Settable[] => {
    const { name } = node.type
    const part = partForms.get(name)
    if (part) return [{ node, ...part }]
    const form = isElement(name) ? elementEditors[name].settings : null
    return form ? [{ node, form }] : []
  })
}

function nodesAround({ selection }: EditorState): Node[] {
  const { $from } = selection
  const around = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1))
  const selected = selection instanceof NodeSelection ? [selection.node] : []
  return [...around, ...selected].reverse()
}
