import { table } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('table', {
  node: table([
    ['Classe', 'Agent'],
    ['A', 'Eau'],
  ]),
  says: ['Classe', 'Agent', 'Eau'],
})
