import { callout, paragraph } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('callout', {
  node: callout('caution', paragraph('Jamais d’eau sur l’huile.')),
  says: ['Jamais d’eau sur l’huile.'],
})
