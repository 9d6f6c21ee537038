import { expect } from '@playwright/test'
import { paragraph } from '#tests/builders/document.ts'
import { part, sampleOf } from '../sample.ts'

const step = (title: string, text: string) =>
  part('processStep', part('processStepTitle', title), paragraph(text))

export default sampleOf('process', {
  node: {
    type: 'process',
    attrs: { required: true },
    content: [
      step('Mouiller', 'Passez les mains sous l’eau tiède.'),
      step('Savonner', 'Frottez paumes, dos et ongles trente secondes.'),
      step('Rincer et sécher', 'Séchez avec un papier à usage unique.'),
      part('processSummary', 'une minute suffit, plusieurs fois par jour.'),
    ],
  },
  says: ['Mouiller', 'Frottez paumes', 'Rincer et sécher', 'une minute suffit'],
  async play({ element, tabTo, press }) {
    await expect(element.getByText('Frottez paumes')).toBeHidden()
    await tabTo(element.getByRole('button', { name: 'Étape suivante' }))
    await press('Enter', 2)
    await expect(element.getByRole('status')).toHaveText('Étape 3 sur 3 – Rincer et sécher')
    await expect(element.getByText('une minute suffit')).toBeVisible()
  },
})
