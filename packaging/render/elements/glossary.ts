import type { Node } from 'prosemirror-model'
import { acting, identity, inside, type Renderer, renders } from '../context.ts'
import { fragment, h } from '../html.ts'

/** In the alphabetical order of the module's language, however it was written. */
const glossary: Renderer = (node, context) => {
  const { compare } = new Intl.Collator(context.contentLanguage)
  const terms = [...(node.children as Node[])].sort((one, other) =>
    compare(wordOf(one), wordOf(other)),
  )
  return h(
    'dl',
    {
      ...acting(node, context),
      class: 'glossary',
      'data-back': context.say({ fr: 'Retour au texte', en: 'Back to text' }),
    },
    terms.map(context.render),
  )
}

const glossaryTerm: Renderer = (node, context) => {
  const [word, ...flow] = node.children as Node[]
  return h(
    'div',
    { ...identity(node, context), class: 'term' },
    h('dt', {}, word && context.render(word)),
    h('dd', {}, fragment(flow.map(context.render))),
  )
}

export default renders('glossary', { glossary, glossaryTerm, glossaryWord: inside })

function wordOf(term: Node): string {
  return term.firstChild?.textContent ?? ''
}
