import { trueFalse } from '#tests/builders/document.ts'
import { check, sampleOf } from '../sample.ts'

export default sampleOf('trueFalse', {
  node: trueFalse({ answer: false }, 'On prend l’ascenseur.', 'Non.', 'En effet.'),
  says: ['On prend l’ascenseur.', 'Vrai', 'Faux'],
  answers: ['Bonne réponse', 'En effet.'],
  async play(learner) {
    await learner.tabTo(learner.element.getByLabel('Vrai'))
    await learner.press('ArrowDown')
    await check(learner)
  },
  interactions: {
    scorm12: [{ type: 'true-false', response: 'f', result: 'correct' }],
    scorm2004: [{ type: 'true-false', response: 'false', result: 'correct' }],
  },
})
