import { numeric } from '#tests/builders/document.ts'
import { check, sampleOf } from '../sample.ts'

export default sampleOf('numeric', {
  node: numeric(
    { value: 2.5, tolerance: 0.1, unit: 'm', otherUnits: ['cm = 0,01'] },
    'À quelle distance ?',
    'Oui.',
    'Deux mètres et demi.',
  ),
  says: ['À quelle distance ?'],
  answers: ['2,5 m', 'à 0,1 près'],
  async play(learner) {
    await learner.tabTo(learner.element.getByLabel('Votre réponse'))
    await learner.type('250 cm')
    await check(learner)
  },
  interactions: {
    scorm12: [{ type: 'numeric', response: '2.5', result: 'correct' }],
    scorm2004: [{ type: 'numeric', response: '2.5', result: 'correct' }],
  },
})
