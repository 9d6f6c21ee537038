import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Finding } from '#content-schema/finding.ts'

type Shown = { findings: readonly Finding[]; marks: DecorationSet }

export const findingsKey = new PluginKey<Shown>('findings')

/** Marks in the margin the elements there is something to say about. */
export const findings = Extension.create({
  name: 'findings',
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key: findingsKey,
      state: {
        init: () => ({ findings: [], marks: DecorationSet.empty }),
        apply(transaction, shown) {
          const told = transaction.getMeta(findingsKey) as readonly Finding[] | undefined
          if (told) return { findings: told, marks: marksOf(transaction.doc, told) }
          if (!transaction.docChanged || shown.findings.length === 0) return shown
          return { ...shown, marks: shown.marks.map(transaction.mapping, transaction.doc) }
        },
      },
      props: { decorations: (state) => findingsKey.getState(state)?.marks },
    }),
  ],
})

/** Whether other elements would be marked: if not, the caret of whoever is clicking is left alone. */
export function marksChange(state: EditorState, told: readonly Finding[]): boolean {
  const shown = findingsKey.getState(state)?.marks ?? DecorationSet.empty
  return written(shown) !== written(marksOf(state.doc, told))
}

function written(marks: DecorationSet): string {
  const all = marks.find().sort((a, b) => a.from - b.from || b.to - a.to)
  return all.map(({ from, to, spec }) => `${from} ${to} ${spec.severity}`).join()
}

function marksOf(doc: Node, told: readonly Finding[]): DecorationSet {
  const severities = new Map(told.map(({ nodeId, severity }) => [nodeId, severity]))
  const marks: Decoration[] = []
  doc.descendants((node, position) => {
    const severity = severities.get(node.attrs.id || null)
    if (severity && node.attrs.id) {
      marks.push(
        Decoration.node(
          position,
          position + node.nodeSize,
          { class: `has-finding-${severity}` },
          { severity },
        ),
      )
    }
    return !node.inlineContent
  })
  return DecorationSet.create(doc, marks)
}
