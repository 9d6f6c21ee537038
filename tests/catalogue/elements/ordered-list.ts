import { orderedList } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('orderedList', {
  node: orderedList('Alerter', 'Éteindre'),
  says: ['Alerter', 'Éteindre'],
})
