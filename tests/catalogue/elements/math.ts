import { sampleOf } from '../sample.ts'

export default sampleOf('math', {
  node: {
    type: 'math',
    attrs: {
      latex: 'I = \\frac{P}{U} = \\frac{2300}{230} = 10\\ \\text{A}',
      spoken: 'I égale P sur U, soit 2 300 divisé par 230, égale 10 ampères',
    },
  },
  says: ['I égale P sur U, soit 2 300 divisé par 230, égale 10 ampères'],
})
