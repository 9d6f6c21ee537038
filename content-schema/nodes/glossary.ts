import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import { type AttrsOf, element, nodeId } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'

export type GlossaryAttrs = AttrsOf<typeof elementAttrs>

/** Words and what they mean; a link to one of them leads any word of the module to its meaning. */
const glossary: NodeSpec = {
  group: 'element',
  content: 'glossaryTerm{1,100}',
  isolating: true,
  ...element('section', 'glossary', elementAttrs),
}

const glossaryTerm: NodeSpec = {
  content: 'glossaryWord flow+',
  isolating: true,
  ...element('div', 'glossary-term', { id: nodeId() }),
}

const glossaryWord: NodeSpec = {
  content: 'text*',
  marks: 'language',
  defining: true,
  ...element('div', 'glossary-word', {}),
}

export default defineElement({
  nodes: { glossary, glossaryTerm, glossaryWord },
  names: { fr: 'Glossaire', en: 'Glossary' },
  wave: 2,
  group: 'structure',
  tracks: {},
  unfinished: (node) => (node.children as Node[]).flatMap(termFaults),
  sentences: {
    'term-without-word': {
      fr: 'un terme du glossaire n’a pas de nom.',
      en: 'This glossary term has no name.',
    },
    'term-without-meaning': {
      fr: 'le terme « {{word}} » du glossaire n’est pas défini.',
      en: 'The glossary term “{{word}}” has no definition.',
    },
  },
  // A list of definitions; links to it are links, and a way back is given.
  accessibility: nothingToFind,
})

function termFaults(term: Node): Fault[] {
  const word = term.firstChild?.textContent.trim() ?? ''
  const flow = (term.children as Node[]).slice(1)
  const meaning = flow
    .map(({ textContent }) => textContent)
    .join('')
    .trim()
  if (word === '') {
    return [{ code: 'glossary.term-without-word', severity: 'blocks', within: term }]
  }
  if (meaning !== '') return []
  const params = { word }
  return [{ code: 'glossary.term-without-meaning', severity: 'blocks', within: term, params }]
}
