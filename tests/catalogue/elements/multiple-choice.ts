import { multipleChoice, right, withId, wrong } from '#tests/builders/document.ts'
import { check, sampleOf } from '../sample.ts'

export default sampleOf('multipleChoice', {
  node: multipleChoice(
    { points: 2 },
    'Que peut-on éteindre à l’eau ?',
    withId('choiceb001', right('Le bois')),
    withId('choiceb002', right('Le papier')),
    withId('choiceb003', wrong('L’huile', 'Surtout pas.')),
  ),
  says: ['Que peut-on éteindre à l’eau ?', 'Le bois', 'Le papier', 'L’huile'],
  answers: ['Bonne réponse', 'Surtout pas.'],
  async play(learner) {
    for (const label of ['Le bois', 'Le papier']) {
      await learner.tabTo(learner.element.getByLabel(label))
      await learner.press('Space')
    }
    await check(learner)
  },
  interactions: {
    scorm12: [{ type: 'choice', response: 'a,b', result: 'correct' }],
    scorm2004: [{ type: 'choice', response: 'choiceb001[,]choiceb002', result: 'correct' }],
  },
})
