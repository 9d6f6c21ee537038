import type { Command } from '@tiptap/pm/state'
import { lazy } from 'react'
import { goToNext, goToPrevious, whenEmpty } from '../commands/caret.ts'
import { addPieceAfter, removeEmptyPiece, removePiece } from '../commands/pieces.ts'
import { defineEditor, json } from '../element-editor.ts'
import { scenarioPaths } from '../extensions/scenario-paths.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { questionView } from '../node-views/question-view.ts'
import { firstOf } from '../run.ts'
import './scenario.css'

/** With the map of the scenes: loaded with the first one. */
const load = () => import('../panels/scenario-settings.tsx')
const ScenarioSettings = lazy(async () => ({ default: (await load()).ScenarioSettings }))
const SceneChoiceSettings = lazy(async () => ({ default: (await load()).SceneChoiceSettings }))

const words = {
  fr: {
    scene: { add: 'Ajouter une scène', name: 'Scène' },
    title: 'Titre de la scène',
    flow: 'Ce qui se passe',
    choice: { add: 'Ajouter un choix', name: 'Choix' },
    choiceText: 'Ce qu’on peut décider',
    consequence: 'Ce qui s’ensuit (facultatif)',
    debrief: 'Ce qu’il faut en retenir, dit à la fin (facultatif)',
    debriefLabel: 'À la fin',
  },
  en: {
    scene: { add: 'Add scene', name: 'Scene' },
    title: 'Scene title',
    flow: 'What happens',
    choice: { add: 'Add option', name: 'Option' },
    choiceText: 'Option',
    consequence: 'Consequence (optional)',
    debrief: 'Debrief shown at the end (optional)',
    debriefLabel: 'Debrief',
  },
}

/** The choice under the caret, when nothing is written in it, goes. */
const removeEmptyChoice: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  if ($from.node(-1).textContent !== '') return false
  return removePiece($from.before(-1))(state, dispatch, view)
}

/** After what comes of a choice, another one; where there can be no more, on to what follows. */
const addNextChoice: Command = (state, dispatch, view) =>
  addPieceAfter(state.selection.$from.before(-1))(state, dispatch, view)

const choice = () => json('sceneChoice', [json('sceneChoiceText'), json('sceneConsequence')])

export default defineEditor('scenario', {
  rank: 15,
  icon: 'M4 10h4M8 10l4-5h4M8 10l4 5h4M14 3l2 2-2 2M14 13l2 2-2 2',
  about: {
    fr: 'Des scènes, des décisions et leurs suites',
    en: 'Scenes, decisions and consequences',
  },
  synonyms:
    'question scenario mise en situation embranchement branching dialogue cas pratique simulation decision',
  create: () =>
    json('scenario', [
      json('prompt'),
      json('scene', [json('sceneTitle'), json('paragraph'), choice(), choice()]),
      json('scenarioDebrief', [json('paragraph')]),
    ]),
  nodes: {
    scenario: {
      view: questionView(),
      pieces: { scene: (language) => words[language].scene },
      plugins() {
        return [scenarioPaths(this.editor)]
      },
    },
    scene: {
      view: pieceView((language) => words[language].scene.name),
      pieces: { sceneChoice: (language) => words[language].choice },
      hintInside: ({ node }, { language }) =>
        node.type.name === 'paragraph' ? words[language].flow : '',
    },
    sceneTitle: {
      hint: (_, { language }) => ({ placeholder: words[language].title }),
      keys: slotKeys('sceneTitle', {
        enter: goToNext,
        backspace: whenEmpty(firstOf(removeEmptyPiece, goToPrevious)),
      }),
    },
    sceneChoice: { view: pieceView((language) => words[language].choice.name) },
    sceneChoiceText: {
      hint: (_, { language }) => ({ placeholder: words[language].choiceText }),
      keys: slotKeys('sceneChoiceText', {
        enter: goToNext,
        backspace: whenEmpty(firstOf(removeEmptyChoice, goToPrevious)),
      }),
    },
    sceneConsequence: {
      hint: (_, { language }) => ({ placeholder: words[language].consequence }),
      keys: slotKeys('sceneConsequence', {
        enter: firstOf(addNextChoice, goToNext),
        backspace: whenEmpty(goToPrevious),
      }),
    },
    scenarioDebrief: {
      hint: (_, { language }) => ({ label: words[language].debriefLabel }),
      hintInside: (_, { language }) => words[language].debrief,
    },
  },
  settings: ScenarioSettings,
  partSettings: {
    sceneChoice: {
      label: { fr: 'Choix', en: 'Option' },
      form: SceneChoiceSettings,
    },
  },
})
