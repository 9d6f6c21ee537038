import { choiceView } from '../node-views/choice-view.ts'
import type { EditorWords } from '../words/fr.ts'
import type { NodeManners, Place } from './from-spec.ts'

const words = {
  fr: {
    piece: { add: 'Ajouter un choix', name: 'Choix' },
    text: 'Texte du choix',
    said: 'Retour si ce choix est pris :',
    question: 'Retour général :',
    right: 'Retour à une réponse juste :',
    wrong: 'Retour à une réponse fausse :',
  },
  en: {
    piece: { add: 'Add option', name: 'Option' },
    text: 'Answer option',
    said: 'Feedback if selected:',
    question: 'General feedback:',
    right: 'Feedback if correct:',
    wrong: 'Feedback if incorrect:',
  },
}

/** One answer that can be chosen, with its own feedback. */
export const choice: NodeManners = {
  view: choiceView,
  hintInside: ({ node }, { language }) =>
    node.type.name === 'feedback' ? words[language].said : words[language].text,
}

export const choicePieces: NonNullable<NodeManners['pieces']> = {
  choice: (language) => words[language].piece,
}

/** For questions with one feedback at their end. */
export function questionFeedback({ node }: Place, { language }: EditorWords): string {
  return node.type.name === 'feedback' ? words[language].question : ''
}

/** For questions with a feedback for a right answer, then one for a wrong answer. */
export function rightAndWrongFeedback(
  { node, index, parent }: Place,
  { language }: EditorWords,
): string {
  if (node.type.name !== 'feedback') return ''
  const first = parent?.maybeChild(index - 1)?.type.name !== 'feedback'
  return first ? words[language].right : words[language].wrong
}
