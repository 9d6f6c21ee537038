import { sampleOf } from '../sample.ts'

export default sampleOf('divider', {
  node: { type: 'divider', attrs: { label: 'Dans l’atelier' } },
  says: ['Dans l’atelier'],
})
