import { bold, paragraph } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

export default sampleOf('paragraph', {
  node: paragraph('Un feu a besoin de ', bold('trois'), ' choses, et ', {
    type: 'mathInline',
    attrs: { latex: 'P = U I', spoken: 'P égale U fois I' },
  }),
  says: ['Un feu a besoin de', 'trois', 'P égale U fois I'],
})
