import { bold, paragraph } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('paragraph', {
  node: paragraph('Un feu a besoin de ', bold('trois'), ' choses.'),
  says: ['Un feu a besoin de', 'trois'],
})
