import type { NodeJson } from '#content-schema/identity.ts'
import { prompt } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

const item = (id: string, subject: string, text: string): NodeJson => ({
  type: 'satisfactionItem',
  attrs: { id, subject },
  content: [{ type: 'text', text }],
})

export default sampleOf('satisfaction', {
  node: {
    type: 'satisfaction',
    attrs: {
      scale: ['Pas du tout', 'Plutôt non', 'Plutôt oui', 'Tout à fait'],
    },
    content: [
      prompt('Qu’avez-vous pensé de ce module ?'),
      item('satisfit01', 'clarity', 'Les explications étaient claires.'),
      item('satisfit02', 'overall', 'Dans l’ensemble, je suis satisfait.'),
      {
        type: 'satisfactionComment',
        attrs: { id: 'satisfco01' },
        content: [{ type: 'text', text: 'Que faudrait-il améliorer ?' }],
      },
    ],
  },
  says: ['Les explications étaient claires.', 'Que faudrait-il améliorer ?'],
  answers: ['Dans l’ensemble, je suis satisfait.'],
  async play({ element, tabTo, press }) {
    for (const name of ['Les explications étaient claires.', 'Dans l’ensemble']) {
      await tabTo(element.getByRole('group', { name }).getByRole('radio').first())
      await press('ArrowDown', 3)
    }
    await tabTo(element.getByRole('button', { name: 'Envoyer' }))
    await press('Enter')
  },
  interactions: {
    scorm12: [
      { type: 'likert', response: '4', result: 'neutral' },
      { type: 'likert', response: '4', result: 'neutral' },
    ],
    scorm2004: [
      { type: 'likert', response: '4', result: 'neutral' },
      { type: 'likert', response: '4', result: 'neutral' },
    ],
  },
})
