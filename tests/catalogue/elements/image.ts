import { image } from '#tests/builders/document.ts'
import { files } from '#tests/builders/package-source.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('image', {
  node: image({
    asset: files.picture.digest,
    alt: 'Un extincteur à eau',
    longDescription: 'De haut en bas : la poignée, la goupille, le corps.',
  }),
  says: ['Un extincteur à eau'],
})
