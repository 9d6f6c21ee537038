import { video } from '#tests/builders/document.ts'
import { files } from '#tests/builders/package-source.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('video', {
  node: video({
    asset: files.film.digest,
    captions: files.captions.digest,
    poster: files.picture.digest,
  }),
  says: ['La méthode en quatre gestes'],
})
