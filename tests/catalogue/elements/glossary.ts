import type { NodeJson } from '#content-schema/identity.ts'
import { paragraph } from '#tests/builders/document.ts'
import { sampleOf } from '../sample.ts'

const term = (id: string, word: string, meaning: string): NodeJson => ({
  type: 'glossaryTerm',
  attrs: { id },
  content: [
    { type: 'glossaryWord', content: [{ type: 'text', text: word }] },
    paragraph(meaning),
  ],
})

export default sampleOf('glossary', {
  node: {
    type: 'glossary',
    content: [
      term('glossterm1', 'Filmage', 'Film étirable posé autour de la charge pour la tenir.'),
      term('glossterm2', 'EPI', 'Équipement de protection individuelle : gants, chaussures…'),
    ],
  },
  says: ['Filmage', 'Équipement de protection individuelle'],
})
