import { expect } from '@playwright/test'
import { sampleOf } from '../sample.ts'

export default sampleOf('progressLock', {
  node: { type: 'progressLock', attrs: { rule: 'answered', label: 'Passer à la pratique' } },
  says: ['Passer à la pratique'],
  async play({ element, tabTo, press }) {
    const go = element.getByRole('button', { name: 'Passer à la pratique' })
    await tabTo(go)
    await press('Enter')
    await expect(go).toBeHidden()
  },
})
