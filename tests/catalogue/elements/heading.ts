import { heading } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('heading', {
  node: heading(3, 'Les classes de feu'),
  says: ['Les classes de feu'],
})
