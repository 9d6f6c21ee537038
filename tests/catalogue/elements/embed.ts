import { expect } from '@playwright/test'
import { sampleOf } from '../sample.ts'

export default sampleOf('embed', {
  node: {
    type: 'embed',
    attrs: {
      url: 'https://learningapps.org/watch?v=p5x3k2mn523',
      title: 'Associer les pictogrammes de danger',
      fallback: 'Un jeu d’association entre neuf pictogrammes et leur sens.',
    },
  },
  says: ['Associer les pictogrammes de danger', 'Un jeu d’association'],
  async play({ element, tabTo }) {
    const ask = 'Afficher le contenu de learningapps.org (ce site recevra votre adresse IP)'
    await tabTo(element.getByRole('button', { name: ask }))
    await expect(element.locator('iframe')).toHaveCount(0)
    await tabTo(element.getByRole('link', { name: 'sur learningapps.org' }))
  },
})
