import { expect } from '@playwright/test'
import type { NodeJson } from '#content-schema/identity.ts'
import { files } from '#tests/builders/package-source.ts'
import { part, sampleOf } from '../sample.ts'

const image = (alt: string, label: string): NodeJson => ({
  ...part('comparisonImage', part('comparisonLabel', label)),
  attrs: { asset: files.picture.digest, alt },
})

export default sampleOf('comparison', {
  node: part(
    'comparison',
    image('Un poste de travail encombré', 'Avant rangement'),
    image('Le même poste, outils à leur place', 'Après rangement'),
  ),
  says: ['Avant rangement', 'Après rangement'],
  async play({ element, tabTo, press }) {
    const slider = element.getByRole('slider', { name: 'Part visible de la première image' })
    await tabTo(slider)
    await press('End')
    await expect(slider).toHaveAttribute('aria-valuetext', '100 %')
    await press('Home')
    await expect(element.locator('img').last()).toHaveCSS(
      'clip-path',
      'inset(0px 100% 0px 0px)',
    )
  },
})
