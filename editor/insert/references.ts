import type { CatalogueEntry } from './catalogue.ts'

/** What is taken from other modules: chosen in a window of the page, where it has one. */
export const referenceEntries: readonly CatalogueEntry[] = [
  {
    name: 'reuse',
    group: 'structure',
    icon: 'M4 7h8v8H4zM8 7V4h8v8h-4',
    call: { fr: 'Réutiliser un élément', en: 'Reuse an element' },
    about: {
      fr: 'D’un autre module, sans le copier',
      en: 'From another module, without copying',
    },
    synonyms:
      'reutiliser un element reprendre emprunter importer banque reuse an element borrow',
    create: null,
    reference: 'reuse',
  },
  {
    name: 'questionDraw',
    group: 'structure',
    icon: 'M4 4h12v12H4zM7 7h.01M13 7h.01M10 10h.01M7 13h.01M13 13h.01',
    call: { fr: 'Tirer des questions', en: 'Draw questions' },
    about: {
      fr: 'Au hasard, d’un module qui sert de banque',
      en: 'At random, from a module used as a bank',
    },
    synonyms: 'tirer des questions tirage hasard banque de questions draw random pool',
    create: null,
    reference: 'questionDraw',
  },
]
