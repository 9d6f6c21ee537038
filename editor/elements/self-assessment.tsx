import { goToNext, goToPrevious, stay, whenEmpty } from '../commands/caret.ts'
import { addPieceAfter, removeEmptyPiece } from '../commands/pieces.ts'
import { defineEditor, type EditorLanguage, json } from '../element-editor.ts'
import { linePiece } from '../extensions/line-pieces.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { questionView } from '../node-views/question-view.ts'
import { RequiredField } from '../panels/scale-field.tsx'
import { firstOf } from '../run.ts'
import './self-assessment.css'

const words = {
  fr: {
    level: { add: 'Ajouter un niveau', name: 'Niveau' },
    levelName: 'Nom du niveau, par exemple « Je sais faire avec de l’aide »',
    criterion: { add: 'Ajouter une ligne', name: 'Ligne' },
    aim: 'Ce qu’il faut savoir faire',
    descriptor: (n: number) => `Niveau ${n} : à quoi on le reconnaît (facultatif)`,
  },
  en: {
    level: { add: 'Add level', name: 'Level' },
    levelName: 'Level, for example “With help”',
    criterion: { add: 'Add criterion', name: 'Criterion' },
    aim: 'Skill or ability',
    descriptor: (n: number) => `Level ${n}: evidence (optional)`,
  },
}

/** What a new one starts with. */
const levels: Record<EditorLanguage, string[]> = {
  fr: [
    'Je découvre',
    'Je sais faire avec de l’aide',
    'Je sais faire seul',
    'Je peux l’expliquer',
  ],
  en: [
    'This is new to me',
    'I can do this with help',
    'I can do this on my own',
    'I can explain this to others',
  ],
}

const criterion = () =>
  json('assessmentCriterion', [
    json('assessmentAim'),
    ...[1, 2, 3, 4, 5].map(() => json('assessmentDescriptor')),
  ])

export default defineEditor('selfAssessment', {
  rank: 21,
  icon: 'M3 16V12h3.500V8H10V5h7M3 16h14V5',
  about: {
    fr: 'Chacun se situe, ligne par ligne, sur des niveaux',
    en: 'Learners rate themselves against criteria',
  },
  synonyms:
    'question auto-positionnement autopositionnement autoevaluation auto-evaluation niveau positionnement ' +
    'self-assessment rubric levels',
  create: (language = 'fr') =>
    json('selfAssessment', [
      json('prompt'),
      ...levels[language].map((text) => json('assessmentLevel', [{ type: 'text', text }])),
      criterion(),
      criterion(),
    ]),
  nodes: {
    selfAssessment: {
      view: questionView(),
      pieces: {
        assessmentLevel: (language) => words[language].level,
        assessmentCriterion: (language) => words[language].criterion,
      },
    },
    assessmentLevel: linePiece(
      'assessmentLevel',
      (language) => words[language].level.name,
      (language) => words[language].levelName,
    ),
    assessmentCriterion: { view: pieceView((language) => words[language].criterion.name) },
    assessmentAim: {
      hint: (_, { language }) => ({ placeholder: words[language].aim }),
      keys: slotKeys('assessmentAim', {
        enter: goToNext,
        backspace: whenEmpty(firstOf(removeEmptyPiece, goToPrevious)),
      }),
    },
    assessmentDescriptor: {
      hint: ({ index }, { language }) => ({ placeholder: words[language].descriptor(index) }),
      keys: slotKeys('assessmentDescriptor', {
        enter: (state, dispatch, view) => {
          const { $from } = state.selection
          const isLast = $from.index(-1) === $from.node(-1).childCount - 1
          const next = isLast ? addPieceAfter($from.before(-1)) : goToNext
          return firstOf(next, stay)(state, dispatch, view)
        },
        backspace: whenEmpty(goToPrevious),
      }),
    },
  },
  settings: RequiredField,
})
