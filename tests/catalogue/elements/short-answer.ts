import { prompt } from '#tests/builders/document.ts'
import { check, sampleOf } from '../sample.ts'

const asked = 'Quel appareil décroche-t-on en premier devant un feu de corbeille ?'

export default sampleOf('shortAnswer', {
  node: {
    type: 'shortAnswer',
    attrs: { accepted: ['extincteur', 'un extincteur'], points: 2 },
    content: [
      prompt(asked),
      { type: 'feedback', content: [{ type: 'text', text: 'Et on retire la goupille.' }] },
      {
        type: 'feedback',
        content: [{ type: 'text', text: 'Il est rouge, près de la porte.' }],
      },
    ],
  },
  says: [asked],
  answers: ['« extincteur », « un extincteur »', 'Et on retire la goupille.'],
  async play(learner) {
    await learner.tabTo(learner.element.getByLabel('Votre réponse'))
    await learner.type('Extinteur')
    await check(learner)
  },
  interactions: {
    scorm12: [{ type: 'fill-in', response: 'Extinteur', result: 'correct' }],
    scorm2004: [{ type: 'fill-in', response: 'Extinteur', result: 'correct' }],
  },
})
