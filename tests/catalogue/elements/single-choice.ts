import { right, singleChoice, withId, wrong } from '#tests/builders/document.ts'
import { check, sampleOf } from '../sample.ts'

export default sampleOf('singleChoice', {
  node: singleChoice(
    { hint: 'On ne combat jamais seul.' },
    'Que faire d’abord ?',
    withId('choicea001', right('Alerter', 'Oui.')),
    withId('choicea002', wrong('Courir', 'Non : on se blesse.')),
  ),
  says: ['Que faire d’abord ?', 'Alerter', 'Courir'],
  answers: ['Bonne réponse', 'Non : on se blesse.'],
  async play(learner) {
    const { element, tabTo, press } = learner
    await tabTo(element.getByRole('radio').first())
    const isFirst = (await element.getByRole('radio').first().inputValue()) === 'choicea001'
    await press(isFirst ? 'Space' : 'ArrowDown')
    await check(learner)
  },
  interactions: {
    scorm12: [{ type: 'choice', response: 'a', result: 'correct' }],
    scorm2004: [{ type: 'choice', response: 'choicea001', result: 'correct' }],
  },
})
