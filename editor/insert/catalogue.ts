import type { NodeJson } from '#content-schema/identity.ts'
import type { EditorWords } from '../words/fr.ts'

export type ElementName = keyof EditorWords['nodes']
export type CatalogueGroup = keyof EditorWords['groups']

/** Something an author can insert: how it is found, and what it holds at first. */
export type CatalogueEntry = {
  name: ElementName
  group: CatalogueGroup
  /** Other words people look for it by, French and English together, lower case without accents. */
  synonyms: readonly string[]
  /** `null` for a section, which does not stand among the elements of another. */
  create: (() => NodeJson) | null
}

const text = (type: string): NodeJson => ({ type })
const paragraph = (): NodeJson => text('paragraph')
const choice = (correct = false): NodeJson => ({
  type: 'choice',
  attrs: { correct },
  content: [text('choiceText'), text('feedback')],
})
const list = (type: string): NodeJson => ({
  type,
  content: [{ type: 'listItem', content: [paragraph()] }],
})
const row = (cell: string): NodeJson => ({
  type: 'tableRow',
  content: [1, 2, 3].map(() => ({ type: cell, content: [paragraph()] })),
})

/** In the order of the menu. A node that is to be inserted needs a line here, and nothing else. */
export const catalogue: readonly CatalogueEntry[] = [
  entry('paragraph', 'text', 'texte text p alinea', paragraph),
  entry('heading', 'text', 'titre intertitre sous-titre h3 heading title subheading', () => ({
    type: 'heading',
    attrs: { level: 3 },
  })),
  entry('bulletList', 'text', 'puces liste tirets bullets list ul', () => list('bulletList')),
  entry('orderedList', 'text', 'numerotee etapes numeros steps numbered ordered ol', () =>
    list('orderedList'),
  ),
  entry(
    'callout',
    'text',
    'encadre retenir attention danger reglementation loi conseil astuce exemple definition ' +
      'box note remember warning caution tip law example',
    () => ({ type: 'callout', content: [paragraph()] }),
  ),
  entry('image', 'media', 'photo schema dessin illustration picture figure drawing', () =>
    text('image'),
  ),
  entry('video', 'media', 'film mp4 movie clip', () => text('video')),
  entry('audio', 'media', 'son mp3 podcast voix enregistrement sound voice recording', () =>
    text('audio'),
  ),
  entry(
    'attachment',
    'media',
    'fichier joint piece document pdf telecharger file download',
    () => text('attachment'),
  ),
  entry('singleChoice', 'question', 'qcu question quiz unique radio quizz single', () => ({
    type: 'singleChoice',
    content: [text('prompt'), choice(true), choice(), choice(), text('feedback')],
  })),
  entry('multipleChoice', 'question', 'qcm question quiz multiple cases checkbox mcq', () => ({
    type: 'multipleChoice',
    content: [text('prompt'), choice(true), choice(), choice(), text('feedback')],
  })),
  entry('trueFalse', 'question', 'vrai faux vf affirmation question quiz true false', () => ({
    type: 'trueFalse',
    content: [text('prompt'), text('feedback'), text('feedback')],
  })),
  entry(
    'numeric',
    'question',
    'nombre numerique calcul chiffre question number numeric',
    () => ({
      type: 'numeric',
      content: [text('prompt'), text('feedback'), text('feedback')],
    }),
  ),
  entry('table', 'structure', 'tableau grille lignes colonnes grid rows columns', () => ({
    type: 'table',
    content: [row('tableHeader'), row('tableCell'), row('tableCell')],
  })),
  entry(
    'accordion',
    'structure',
    'accordeon volets depliant details faq panels toggle',
    () => ({
      type: 'accordion',
      content: [accordionItem(), accordionItem()],
    }),
  ),
  entry('section', 'structure', 'section page chapitre partie chapter part', null),
]

export function accordionItem(): NodeJson {
  return { type: 'accordionItem', content: [text('accordionTitle'), paragraph()] }
}

function entry(
  name: ElementName,
  group: CatalogueGroup,
  synonyms: string,
  create: CatalogueEntry['create'],
): CatalogueEntry {
  return { name, group, synonyms: synonyms.split(' '), create }
}
