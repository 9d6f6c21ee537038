import { expect } from '@playwright/test'
import { paragraph } from '#tests/builders/document.ts'
import { files } from '#tests/builders/package-source.ts'
import { part, sampleOf } from '../sample.ts'

const card = (front: string, back: string) =>
  part(
    'flashcard',
    part('flashcardFront', paragraph(front)),
    part('flashcardBack', paragraph(back)),
  )

const pictured = card('Tête de mort', 'Toxicité aiguë : peut tuer, même à faible dose.')
pictured.content![0]!.attrs = { asset: files.picture.digest, alt: 'Pictogramme SGH06' }

export default sampleOf('flashcards', {
  node: {
    type: 'flashcards',
    attrs: { required: true },
    content: [pictured, card('Flamme', 'Inflammable : tenir loin de toute étincelle.')],
  },
  says: ['Tête de mort', 'Toxicité aiguë', 'tenir loin de toute étincelle'],
  async play({ element, tabTo, press }) {
    await expect(element.getByText('Toxicité aiguë')).toBeHidden()
    for (const text of ['Tête de mort', 'Flamme']) {
      const card = element.locator('.flashcard', { hasText: text })
      await tabTo(card.getByRole('button', { name: 'Voir le verso' }))
      await press('Enter')
      await expect(card.getByText(text)).toBeHidden()
      await expect(card.getByRole('button', { name: 'Revoir le recto' })).toBeFocused()
    }
    await expect(element.getByText('Toxicité aiguë')).toBeVisible()
  },
})
