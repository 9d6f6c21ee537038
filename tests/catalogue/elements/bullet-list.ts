import { bulletList } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('bulletList', {
  node: bulletList('Le bois', 'Le papier'),
  says: ['Le bois', 'Le papier'],
})
