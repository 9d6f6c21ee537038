import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { hostOf } from '../host.ts'
import { leadsText, sceneNames } from '../scenario-map.ts'

const key = new PluginKey<DecorationSet>('scenarioPaths')

/** Under each choice of a scenario, where it leads: drawn anew only when there is a scenario. */
export function scenarioPaths(editor: Editor): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => pathsOf(doc, editor),
      apply: (transaction, drawn) =>
        transaction.docChanged ? pathsOf(transaction.doc, editor) : drawn,
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function pathsOf(doc: Node, editor: Editor): DecorationSet {
  const drawn: Decoration[] = []
  doc.forEach((section, sectionStart) => {
    section.forEach((node, start) => {
      if (node.type.name === 'scenario') {
        drawn.push(...pathsIn(node, sectionStart + start + 2, editor))
      }
    })
  })
  return drawn.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, drawn)
}

/** @param start of what the scenario holds */
function pathsIn(scenario: Node, start: number, editor: Editor): Decoration[] {
  const { language } = hostOf(editor).words
  const names = sceneNames(scenario, language)
  const drawn: Decoration[] = []
  scenario.descendants((node, offset) => {
    if (node.type.name !== 'sceneChoice') return !node.isTextblock
    const from = start + offset
    const leads = leadsText(node, names, language)
    drawn.push(Decoration.node(from, from + node.nodeSize, { 'data-leads': leads }))
    return false
  })
  return drawn
}
