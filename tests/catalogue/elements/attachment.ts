import { attachment } from '#tests/builders/document.ts'
import { files } from '#tests/builders/package-source.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('attachment', {
  node: attachment({ asset: files.sheet.digest }),
  says: ['Fiche mémo'],
})
