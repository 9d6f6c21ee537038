import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import type { Finding } from '#content-schema/finding.ts'
import { findings, findingsKey, marksChange } from '#editor/extensions/findings.ts'
import { doc, paragraph } from '#tests/builders/document.ts'

const about = (nodeId: string | null, severity: Finding['severity'] = 'warns'): Finding => ({
  code: 'x.y',
  severity,
  nodeId,
})

it('the text is only drawn again when other elements are to be marked', () => {
  const before = stateWith([about('paragr0001')])
  expect(marksChange(before, [about('paragr0001'), about(null)])).toBe(false)
  expect(marksChange(before, [about('paragr0002')])).toBe(true)
  expect(marksChange(before, [about('paragr0001', 'blocks')])).toBe(true)
  expect(marksChange(before, [])).toBe(true)
})

it('an element that was moved, and lost its mark on the way, is marked again', () => {
  const before = stateWith([about('paragr0001')])
  const [first] = [before.doc.child(0).child(1)]
  const { tr } = before
  const start = before.doc.child(0).child(0).nodeSize + 1
  tr.delete(start, start + first!.nodeSize).insert(tr.doc.content.size - 1, first!)
  expect(marksChange(before.apply(tr), [about('paragr0001')])).toBe(true)
})

function stateWith(told: Finding[]): EditorState {
  const plugins = findings.config.addProseMirrorPlugins!.call({} as never)
  const state = EditorState.create({ doc: doc(paragraph('Un'), paragraph('Deux')), plugins })
  return state.apply(state.tr.setMeta(findingsKey, told))
}
