import { expect } from '@playwright/test'
import {
  paragraph,
  right,
  singleChoice,
  trueFalse,
  withId,
  wrong,
} from '#tests/builders/document.ts'
import { part, sampleOf } from '../sample.ts'

export default sampleOf('evaluation', {
  node: {
    ...part(
      'evaluation',
      part('evaluationTitle', 'Porter une charge : bilan'),
      paragraph('Pensez aux gestes vus plus haut.'),
      singleChoice(
        {},
        'Où placer la charge ?',
        withId('evalchoi01', right('Contre soi', 'Oui, au plus près.')),
        withId('evalchoi02', wrong('Bras tendus', 'Non : le dos porte tout.')),
      ),
      trueFalse({ answer: false }, 'On lève avec le dos.'),
    ),
    attrs: { threshold: 100, attempts: 2 },
  },
  says: [
    'Porter une charge : bilan',
    'Pensez aux gestes vus plus haut.',
    'Où placer la charge ?',
    'On lève avec le dos.',
  ],
  answers: ['Bonne réponse', 'Non : le dos porte tout.'],
  async play({ element, tabTo, press }) {
    await tabTo(element.getByRole('button', { name: 'Commencer' }))
    await press('Enter')
    await expect(element.locator('.evaluation-now')).toBeFocused()
    const handIn = element.getByRole('button', { name: 'Rendre mes réponses' })
    await tabTo(handIn)
    await press('Enter')
    await tabTo(element.getByRole('button', { name: 'Aller à la première' }))
    await press('Enter')
    const first = element.getByRole('radio').first()
    await expect(first).toBeFocused()
    await press((await first.inputValue()) === 'evalchoi01' ? 'Space' : 'ArrowDown')
    await tabTo(element.getByLabel('Vrai'))
    await press('ArrowDown')
    await tabTo(handIn)
    await press('Enter')
    await expect(element.getByText('Évaluation réussie')).toBeFocused()
  },
  interactions: {
    scorm12: [
      { type: 'choice', response: 'a', result: 'correct' },
      { type: 'true-false', response: 'f', result: 'correct' },
    ],
    scorm2004: [
      { type: 'choice', response: 'evalchoi01', result: 'correct' },
      { type: 'true-false', response: 'false', result: 'correct' },
    ],
  },
})
