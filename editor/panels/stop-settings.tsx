import type { Command } from '@tiptap/pm/state'
import { type NodeJson, withIds } from '#content-schema/identity.ts'
import { elementNames, isElement, isQuestion } from '#content-schema/schema.ts'
import { positionOfId } from '../commands/current-part.ts'
import type { SettingsProps } from '../element-editor.ts'
import { elementLabel } from '../element-label.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { ChoiceField } from './fields.tsx'

const words = {
  fr: {
    kind: 'Ce que le film demande ici',
    hint: 'En choisir une autre remplace la question ; annuler la fait revenir.',
  },
  en: {
    kind: 'Question type',
    hint: 'Changing the type replaces the question. Use Undo to get it back.',
  },
}

/** Which kind of question stands at a stop. */
export function StopSettings({ editor, node, words: all }: SettingsProps) {
  const said = words[all.language]
  const name = node.lastChild?.type.name ?? ''
  const { create } = hostOf(editor)
  return (
    <ChoiceField
      label={said.kind}
      hint={said.hint}
      value={name}
      options={elementNames
        .filter(isQuestion)
        .map((value) => ({ value: value as string, label: elementLabel(value, all) }))}
      onChange={(chosen) => {
        if (!isElement(chosen)) return
        run(editor, replaceQuestion(String(node.attrs.id), create(chosen)))
      }}
    />
  )
}

function replaceQuestion(stop: string, made: NodeJson): Command {
  return (state, dispatch) => {
    const position = positionOfId(state.doc, stop)
    const node = position === null ? null : state.doc.nodeAt(position)
    if (position === null || !node?.lastChild) return false
    const question = state.schema.nodeFromJSON(withIds(made))
    const end = position + node.nodeSize - 1
    dispatch?.(state.tr.replaceWith(end - node.lastChild.nodeSize, end, question))
    return true
  }
}
