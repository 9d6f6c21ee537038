import { audio } from '#tests/builders/document.ts'
import { files } from '#tests/builders/package-source.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('audio', {
  node: audio({ asset: files.sound.digest, captions: null }),
  says: ['La méthode en quatre gestes'],
})
