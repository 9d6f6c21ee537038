import { expect } from '@playwright/test'
import type { NodeJson } from '#content-schema/identity.ts'
import { paragraph } from '#tests/builders/document.ts'
import { files } from '#tests/builders/package-source.ts'
import { part, sampleOf } from '../sample.ts'

const marker = (x: number, y: number, title: string, text: string): NodeJson => ({
  ...part('imageMarker', part('imageMarkerTitle', title), paragraph(text)),
  attrs: { x, y },
})

export default sampleOf('labeledImage', {
  node: {
    type: 'labeledImage',
    attrs: { asset: files.picture.digest, alt: 'Un extincteur à eau, de face', required: true },
    content: [
      marker(
        45,
        12,
        'Goupille',
        'Elle empêche de percuter par accident : on la retire d’abord.',
      ),
      marker(70, 30, 'Manomètre', 'L’aiguille doit être dans le vert.'),
    ],
  },
  says: ['Goupille', 'on la retire d’abord', 'L’aiguille doit être dans le vert.'],
  async play({ element, tabTo, press }) {
    for (const title of ['Goupille', 'Manomètre']) {
      await tabTo(element.getByRole('button', { name: title }))
      await press('Enter')
      await expect(element.locator('summary', { hasText: title })).toBeFocused()
    }
    await expect(element.getByText('L’aiguille doit être')).toBeVisible()
    await expect(element.getByText('on la retire')).toBeHidden()
  },
})
