import { expect } from '@playwright/test'
import { sampleOf } from '../sample.ts'

export default sampleOf('videoLink', {
  node: {
    type: 'videoLink',
    attrs: {
      url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=12s',
      title: 'Le massage cardiaque en deux minutes',
      transcript: 'On appuie fort, cent fois par minute.',
    },
  },
  says: ['Le massage cardiaque en deux minutes'],
  async play({ element, tabTo }) {
    const ask = 'Afficher le contenu de youtube.com (ce site recevra votre adresse IP)'
    await tabTo(element.getByRole('button', { name: ask }))
    await expect(element.locator('iframe')).toHaveCount(0)
    await tabTo(element.getByRole('link', { name: 'sur youtube.com' }))
  },
})
