import type { NodeJson } from '#content-schema/identity.ts'
import { prompt } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

const line = (type: string, id: string, text: string): NodeJson => ({
  type,
  attrs: { id },
  content: [{ type: 'text', text }],
})

export default sampleOf('survey', {
  node: {
    type: 'survey',
    attrs: { scale: ['Pas d’accord', 'Plutôt d’accord', 'Tout à fait d’accord'] },
    content: [
      prompt('Votre poste de préparation de commandes'),
      line('surveyStatement', 'surveyst01', 'Je dispose d’un diable en bon état.'),
      line('surveyStatement', 'surveyst02', 'Je sais à qui signaler un rack abîmé.'),
      line('surveyComment', 'surveyco01', 'Que changeriez-vous en premier ?'),
    ],
  },
  says: ['Je dispose d’un diable en bon état.', 'Que changeriez-vous en premier ?'],
  answers: ['Je sais à qui signaler un rack abîmé.'],
  async play({ element, tabTo, press, type }) {
    const first = element.getByRole('group', { name: 'Je dispose d’un diable en bon état.' })
    await tabTo(first.getByLabel('Pas d’accord'))
    await press('ArrowDown')
    const second = element.getByRole('group', { name: 'Je sais à qui signaler' })
    await tabTo(second.getByLabel('Pas d’accord'))
    await press('ArrowDown', 2)
    await tabTo(element.getByRole('textbox'))
    await type('Un deuxième diable.')
    await tabTo(element.getByRole('button', { name: 'Envoyer' }))
    await press('Enter')
  },
  interactions: {
    scorm12: [
      { type: 'likert', response: '2', result: 'neutral' },
      { type: 'likert', response: '3', result: 'neutral' },
      { type: 'fill-in', response: 'Un deuxième diable.', result: 'neutral' },
    ],
    scorm2004: [
      { type: 'likert', response: '2', result: 'neutral' },
      { type: 'likert', response: '3', result: 'neutral' },
      { type: 'long-fill-in', response: 'Un deuxième diable.', result: 'neutral' },
    ],
  },
})
