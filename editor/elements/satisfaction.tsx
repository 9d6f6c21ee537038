import type { SatisfactionSubject } from '#content-schema/nodes/satisfaction.ts'
import { goToPrevious, leavePart, whenEmpty } from '../commands/caret.ts'
import { defineEditor, type InBoth, json } from '../element-editor.ts'
import { linePiece } from '../extensions/line-pieces.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { questionView } from '../node-views/question-view.ts'
import { OpinionSettings, scales } from '../panels/scale-field.tsx'

const words = {
  fr: {
    piece: { add: 'Ajouter une ligne', name: 'Ligne' },
    item: 'Ce sur quoi on donne son avis',
    comment: 'Ce qu’on demande en plus, librement ; rien si vous laissez vide',
  },
  en: {
    piece: { add: 'Add statement', name: 'Statement' },
    item: 'Statement to rate',
    comment: 'Comment question (optional)',
  },
}

/** What a new one asks; its author may reword, remove or add. */
const standard: InBoth<{
  prompt: string
  items: [SatisfactionSubject, string][]
  comment: string
}> = {
  fr: {
    prompt: 'Qu’avez-vous pensé de ce module ?',
    items: [
      ['clarity', 'Les explications étaient claires.'],
      ['usefulness', 'Ce que j’ai appris me servira.'],
      ['pace', 'Le rythme me convenait.'],
      ['ease', 'Tout a fonctionné sans difficulté technique.'],
      ['overall', 'Dans l’ensemble, je suis satisfait de ce module.'],
    ],
    comment: 'Que faudrait-il améliorer ?',
  },
  en: {
    prompt: 'What did you think of this module?',
    items: [
      ['clarity', 'The explanations were clear.'],
      ['usefulness', 'What I learned will be useful.'],
      ['pace', 'The pace was right for me.'],
      ['ease', 'I had no technical problems.'],
      ['overall', 'Overall, I am satisfied with this module.'],
    ],
    comment: 'What could be improved?',
  },
}

const said = (text: string) => [{ type: 'text', text }]

export default defineEditor('satisfaction', {
  rank: 22,
  icon: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14M7 12c1.500 2 4.500 2 6 0M7.500 8v.5M12.500 8v.5',
  about: {
    fr: 'Ce que les apprenants ont pensé du module',
    en: 'Learners’ opinion of the module',
  },
  synonyms:
    'question satisfaction evaluation a chaud avis bilan qualite smiley feedback survey',
  create: (language = 'fr') => {
    const { prompt, items, comment } = standard[language]
    return json(
      'satisfaction',
      [
        json('prompt', said(prompt)),
        ...items.map(([subject, text]) => json('satisfactionItem', said(text), { subject })),
        json('satisfactionComment', said(comment)),
      ],
      { scale: scales.agreement4[language] },
    )
  },
  nodes: {
    satisfaction: {
      view: questionView(),
      pieces: { satisfactionItem: (language) => words[language].piece },
    },
    satisfactionItem: linePiece(
      'satisfactionItem',
      (language) => words[language].piece.name,
      (language) => words[language].item,
    ),
    satisfactionComment: {
      hint: (_, { language }) => ({ placeholder: words[language].comment }),
      keys: slotKeys('satisfactionComment', {
        enter: leavePart,
        backspace: whenEmpty(goToPrevious),
      }),
    },
  },
  settings: OpinionSettings,
})
