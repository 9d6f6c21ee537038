import { InputRule } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type Command, NodeSelection } from '@tiptap/pm/state'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { formulaView } from '../formula-view.ts'
import { TextField } from '../panels/fields.tsx'
import { run } from '../run.ts'
import './math.css'

const words = {
  fr: {
    latex: 'Formule, en LaTeX',
    latexHint: 'Par exemple \\frac{P}{U}. Dans un texte, tapez $P = U I$ puis une espace.',
    spoken: 'La formule, comme on la lirait à voix haute',
    spokenHint:
      'Par exemple : « P divisé par U ». Dit aux personnes qui ne voient pas la page.',
  },
  en: {
    latex: 'Formula, in LaTeX',
    latexHint: 'For example \\frac{P}{U}. Within text, type $P = U I$ followed by a space.',
    spoken: 'Formula as read aloud',
    spokenHint: 'For example, “P divided by U”. Used by screen readers.',
  },
}

export default defineEditor('math', {
  rank: 9,
  icon: 'M4 11l2 5 4-12h6M11 9l4 6M15 9l-4 6',
  about: { fr: 'Une formule de mathématiques', en: 'A mathematical formula or equation' },
  synonyms: 'formule equation latex maths mathematiques calcul formula',
  create: () => json('math'),
  nodes: {
    math: { view: formulaView(true) },
    mathInline: {
      view: formulaView(false),
      /** `$…$` and a space: a dollar alone stays a dollar. */
      rules() {
        return [
          new InputRule({
            find: /(?:^|\s)\$([^$\s](?:[^$]*[^$\s])?)\$\s$/,
            handler: ({ state, range, match }) => {
              const [whole, latex = ''] = match
              const from = range.from + whole.indexOf('$')
              const formula = this.type.create({ latex })
              state.tr.replaceWith(from, range.to, [formula, state.schema.text(' ')])
            },
          }),
        ]
      },
    },
  },
  settings: FormulaSettings,
  partSettings: {
    mathInline: { label: { fr: 'Formule', en: 'Formula' }, form: InlineSettings },
  },
})

function FormulaSettings({ node, words: { language }, set }: SettingsProps) {
  const said = words[language]
  return (
    <>
      <TextField
        label={said.latex}
        hint={said.latexHint}
        value={node.attrs.latex}
        longest={4000}
        rows={3}
        onChange={(latex) => set({ latex })}
      />
      <TextField
        label={said.spoken}
        hint={said.spokenHint}
        value={node.attrs.spoken}
        longest={1000}
        rows={2}
        onChange={(spoken) => set({ spoken })}
      />
    </>
  )
}

/** A formula among words has no id: what is set is set on the one that is selected. */
function InlineSettings(props: SettingsProps) {
  const { editor, node } = props
  return <FormulaSettings {...props} set={(values) => run(editor, setSelected(node, values))} />
}

function setSelected(node: Node, values: Record<string, unknown>): Command {
  return (state, dispatch) => {
    const { selection } = state
    if (!(selection instanceof NodeSelection) || !selection.node.eq(node)) return false
    const change = state.tr
    for (const [name, value] of Object.entries(values)) {
      change.setNodeAttribute(selection.from, name, value)
    }
    dispatch?.(change)
    return true
  }
}
