import { currentFormat } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import type { RevisionContent } from '#content-schema/module.ts'

const texts = {
  fr: {
    title: 'Aperçu de vos modules',
    objective: 'Voir vos couleurs, votre logo et vos mots là où ils seront',
    first: 'Une page, une question',
    text: 'Voici un paragraphe, un encadré et ',
    link: 'un lien',
    callout: 'Ce que l’on veut faire retenir.',
    ask: 'Que voit-on d’abord dans un module ?',
    right: 'Son titre',
    wrong: 'Sa licence',
    second: 'Une seconde page',
    end: 'On y vient par le bouton du bas de la première.',
  },
  en: {
    title: 'How your modules will look',
    objective: 'See your colours, your logo and your words in place',
    first: 'One page, one question',
    text: 'Here is a paragraph, a callout and ',
    link: 'a link',
    callout: 'Something to remember.',
    ask: 'What do you see first in a module?',
    right: 'Its title',
    wrong: 'Its licence',
    second: 'A second page',
    end: 'The button at the end of the first page leads here.',
  },
}

/** A short module of our own, in which every token and most words of an identity can be seen. */
export function sampleModule(language: 'fr' | 'en'): RevisionContent {
  const said = texts[language]
  return {
    facts: {
      ...{ title: said.title, code: 'apercu', summary: '', objective: said.objective },
      ...{ level: 'discovery', language, minutes: 5, audience: '', modality: 'self-paced' },
      ...{ prerequisites: '', keywords: [], licence: 'cc-by-4.0', authors: [] },
      masteryPercent: 50,
    },
    alignments: [],
    document: {
      format: currentFormat,
      doc: {
        type: 'doc',
        content: [firstPage(said), page('second', said.second, [paragraph('end', said.end)])],
      },
    },
  }
}

type Said = (typeof texts)['fr']

function firstPage(said: Said): NodeJson {
  const href = 'https://example.org/'
  const link = { type: 'text', text: said.link, marks: [{ type: 'link', attrs: { href } }] }
  return page('first', said.first, [
    node('paragraph', 'text', [...text(said.text), link]),
    node('callout', 'callout', [paragraph('advice', said.callout)], { kind: 'tip' }),
    node('singleChoice', 'question', [
      { type: 'prompt', content: text(said.ask) },
      choice('right', said.right, true),
      choice('wrong', said.wrong, false),
      { type: 'feedback' },
    ]),
  ])
}

function page(id: string, title: string, elements: NodeJson[]): NodeJson {
  return node('section', id, [{ type: 'sectionTitle', content: text(title) }, ...elements])
}

function paragraph(id: string, words: string): NodeJson {
  return node('paragraph', id, text(words))
}

function choice(id: string, words: string, correct: boolean): NodeJson {
  const content = [{ type: 'choiceText', content: text(words) }, { type: 'feedback' }]
  return node('choice', id, content, { correct })
}

function node(type: string, id: string, content: NodeJson[], attrs = {}): NodeJson {
  return { type, attrs: { id: id.padEnd(10, '0'), ...attrs }, content }
}

function text(words: string): NodeJson[] {
  return [{ type: 'text', text: words }]
}
