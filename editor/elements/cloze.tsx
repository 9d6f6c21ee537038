import { type Editor, InputRule } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { lazy } from 'react'
import type { ClozeAttrs, ClozeGapAttrs } from '#content-schema/nodes/cloze.ts'
import { gapsOf } from '#content-schema/nodes/cloze.ts'
import { longestGap } from '#content-schema/scoring/kinds/cloze.ts'
import { atStart, goToNext, goToPrevious, inNode, stay, whenEmpty } from '../commands/caret.ts'
import { makeGap, newGap } from '../commands/gaps.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { rightAndWrongFeedback } from '../extensions/choice.ts'
import { focusGap, gapControls } from '../node-views/gap-controls.ts'
import { gapView } from '../node-views/gap-view.ts'
import { questionView } from '../node-views/question-view.ts'
import { CheckField } from '../panels/fields.tsx'
import { LinesField } from '../panels/lines-field.tsx'
import { PartialCreditField } from '../panels/partial-credit.tsx'
import { QuestionSettings } from '../panels/question-settings.tsx'
import { firstOf, run, shortcut } from '../run.ts'
import './cloze.css'

const ToleranceFields = lazy(async () => ({
  default: (await import('../panels/tolerance-fields.tsx')).ToleranceFields,
}))

const words = {
  fr: {
    text: 'Écrivez le texte ; un trou s’écrit [[mot]] ou [[mot|autre]]',
    bank: 'Montrer les mots à placer',
    bankHint: 'Dans l’ordre alphabétique, au-dessus du texte.',
    accepted: 'Mots acceptés',
    acceptedHint: 'Un par ligne. Le premier est celui qui est montré.',
    choices: 'Mots faux à proposer',
    choicesHint: 'Un par ligne. S’il y en a, le trou est une liste où choisir.',
    refusal: 'Au plus 10 lignes de 40 signes.',
  },
  en: {
    text: 'Type your text, with gaps as [[word]]',
    bank: 'Show word bank',
    bankHint: 'Listed alphabetically above the text.',
    accepted: 'Accepted words',
    acceptedHint: 'One per line. The first is shown as the correct answer.',
    choices: 'Distractors',
    choicesHint: 'One per line. If you add any, the gap becomes a drop-down list.',
    refusal: 'Maximum 10 lines of 40 characters.',
  },
}

/** The first line is not joined with the prompt; the others join as paragraphs do. */
const backspace: Command = (state, dispatch, view) => {
  if (state.selection.$from.index(-1) > 1) return false
  return firstOf(whenEmpty(goToPrevious), stay)(state, dispatch, view)
}

export default defineEditor('cloze', {
  rank: 8,
  icon: 'M3 6h6M3 10h3M8 8h9v4H8zM3 14h14',
  about: { fr: 'Un texte dont des mots manquent', en: 'Complete a text with missing words' },
  synonyms:
    'texte a trous completer lacunaire mots question cloze gaps fill blanks banque de ' +
    'mots word bank missing words quiz knowledge check verification connaissances',
  create: () =>
    json('cloze', [json('prompt'), json('clozeText'), json('feedback'), json('feedback')]),
  nodes: {
    cloze: { view: questionView(gapControls), hintInside: rightAndWrongFeedback },
    clozeText: {
      hint: ({ index }, { language }) =>
        index === 1 ? { placeholder: words[language].text } : {},
      keys: () => ({
        Enter: shortcut(inNode('clozeText', whenEmpty(goToNext))),
        Backspace: shortcut(inNode('clozeText', atStart(backspace))),
        'Mod-Alt-g': ({ editor }) => run(editor, makeGap) && focusGap(editor),
      }),
      rules: () => [gapRule],
    },
    clozeGap: { view: gapView, keys: () => ({ Enter: enterGap }) },
  },
  settings: ClozeSettings,
  partSettings: { clozeGap: { label: { fr: 'Trou', en: 'Gap' }, form: GapSettings } },
})

const enterGap = ({ editor }: { editor: Editor }) => focusGap(editor)

const gapRule = new InputRule({
  find: /\[\[([^[\]]+)\]\]$/,
  handler({ state, range, match }) {
    if (state.doc.resolve(range.from).parent.type.name !== 'clozeText') return null
    state.tr.replaceWith(range.from, range.to, newGap(state, match[1] ?? ''))
  },
})

function ClozeSettings(props: SettingsProps) {
  const { node, words: page, set } = props
  const { bank } = node.attrs as ClozeAttrs
  const said = words[page.language]
  return (
    <>
      <QuestionSettings {...props} />
      <CheckField
        label={said.bank}
        hint={said.bankHint}
        checked={bank}
        onChange={(value) => set({ bank: value })}
      />
      <ToleranceFields
        {...props}
        accepted={gapsOf(node).flatMap(({ attrs }) => attrs.accepted)}
      />
      <PartialCreditField {...props} />
    </>
  )
}

function GapSettings({ node, words: page, set }: SettingsProps) {
  const { accepted, choices } = node.attrs as ClozeGapAttrs
  const said = words[page.language]
  const common = { most: 10, longest: longestGap, refusal: said.refusal, rows: 3 }
  return (
    <>
      <LinesField
        {...common}
        label={said.accepted}
        hint={said.acceptedHint}
        value={accepted}
        onChange={(lines) => set({ accepted: lines })}
      />
      <LinesField
        {...common}
        label={said.choices}
        hint={said.choicesHint}
        value={choices}
        onChange={(lines) => set({ choices: lines })}
      />
    </>
  )
}
