import { paragraph, prompt } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('reflection', {
  node: {
    type: 'reflection',
    attrs: { least: 20 },
    content: [
      prompt('Que direz-vous à un client dont la commande est en retard ?'),
      {
        type: 'reflectionModel',
        content: [paragraph('Je m’excuse, je donne une date, et je dis ce que je fais.')],
      },
    ],
  },
  says: ['Que direz-vous à un client dont la commande est en retard ?'],
  answers: ['Je m’excuse, je donne une date'],
  async play({ element, tabTo, press, type }) {
    await tabTo(element.getByLabel('Votre texte'))
    await type('Trop court.')
    await tabTo(element.getByRole('button', { name: 'Envoyer' }))
    await press('Enter')
    await element.getByText('Encore 9 signes au moins.').waitFor()
    await type(' Je rappelle demain.')
    await tabTo(element.getByRole('button', { name: 'Envoyer' }))
    await press('Enter')
    await element.getByText('Une réponse possible').waitFor()
  },
  interactions: {
    scorm12: [
      { type: 'fill-in', response: 'Trop court. Je rappelle demain.', result: 'neutral' },
    ],
    scorm2004: [
      { type: 'long-fill-in', response: 'Trop court. Je rappelle demain.', result: 'neutral' },
    ],
  },
})
