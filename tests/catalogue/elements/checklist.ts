import { expect } from '@playwright/test'
import { part, sampleOf } from '../sample.ts'

const item = (text: string) => part('checklistItem', part('checklistText', text))

export default sampleOf('checklist', {
  node: part(
    'checklist',
    item('Le camion est calé.'),
    item('Le quai est dégagé.'),
    item('Les équipements de protection sont portés.'),
  ),
  says: ['Le camion est calé.', 'Les équipements de protection'],
  async play({ element, tabTo, press }) {
    const box = element.getByRole('checkbox', { name: 'Le quai est dégagé.' })
    await tabTo(box)
    await press('Space')
    await expect(box).toBeChecked()
    await expect(element.getByText('restent dans ce navigateur')).toBeVisible()
  },
})
