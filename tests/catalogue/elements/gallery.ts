import { expect } from '@playwright/test'
import type { NodeJson } from '#content-schema/identity.ts'
import { files } from '#tests/builders/package-source.ts'
import { part, sampleOf } from '../sample.ts'

const image = (alt: string, caption: string): NodeJson => ({
  ...part('galleryImage', part('galleryCaption', caption)),
  attrs: { asset: files.picture.digest, alt },
})

export default sampleOf('gallery', {
  node: {
    type: 'gallery',
    attrs: { layout: 'carousel' },
    content: [
      image('Un casque fissuré', 'Casque à remplacer aussitôt.'),
      image('Un harnais usé', 'Couture effilochée : hors service.'),
      image('Des gants neufs', 'Gants conformes.'),
    ],
  },
  says: ['Casque à remplacer', 'Gants conformes.'],
  async play({ element, tabTo, press }) {
    await tabTo(element.getByRole('button', { name: 'Image suivante' }))
    await press('Enter')
    await expect(element.getByRole('status')).toHaveText('Image 2 sur 3')
    await expect(element.getByText('Couture effilochée')).toBeVisible()
    await expect(element.getByText('Casque à remplacer')).toBeHidden()
  },
})
