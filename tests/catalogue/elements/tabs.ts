import { expect } from '@playwright/test'
import { paragraph } from '#tests/builders/document.ts'
import { part, sampleOf } from '../sample.ts'

const tab = (title: string, text: string) =>
  part('tab', part('tabTitle', title), paragraph(text))

export default sampleOf('tabs', {
  node: {
    type: 'tabs',
    attrs: { required: true },
    content: [
      tab('Classe A', 'Feux de matériaux solides : bois, papier, tissu.'),
      tab('Classe B', 'Feux de liquides : essence, alcool, solvants.'),
      tab('Classe F', 'Feux d’huiles et de graisses de cuisson.'),
    ],
  },
  says: ['Classe A', 'Feux de matériaux solides', 'Feux d’huiles'],
  async play({ element, tabTo, press }) {
    await tabTo(element.getByRole('tab', { name: 'Classe A' }))
    await press('ArrowRight')
    await expect(element.getByRole('tabpanel', { name: 'Classe B' })).toBeVisible()
    await expect(element.getByText('Feux de matériaux')).toBeHidden()
    await press('End')
    await expect(element.getByRole('tab', { name: 'Classe F' })).toBeFocused()
  },
})
