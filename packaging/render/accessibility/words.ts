import type { Language } from '#packaging/player/i18n/words.ts'

/** For one, and for several. */
type Counted = readonly [one: string, several: string]

export type AccessibilityWords = typeof fr

const fr = {
  title: 'Accessibilité de ce module',
  everywhere: 'Ce que permet le lecteur',
  promises: [
    'Tout se fait au clavier, et l’élément atteint est toujours entouré.',
    'Les pages, titres, questions et boutons ont un nom pour les lecteurs d’écran ; les résultats sont annoncés.',
    'Le texte s’agrandit jusqu’à 400 % sans défilement de côté.',
    'Les couleurs du lecteur gardent un contraste d’au moins 4,5 pour 1 pour le texte ; aucune information ne tient à la couleur seule.',
    'Aucun son ni aucune vidéo ne démarre seul, et le module se lit d’un bout à l’autre sans script.',
  ],
  here: 'Ce que contient ce module',
  plain: 'Du texte et des questions, sans image, son ni vidéo.',
  described: ['une image décrite par un texte', '{n} images décrites par un texte'] as Counted,
  decorative: [
    'une image de décoration, que les lecteurs d’écran ignorent',
    '{n} images de décoration, que les lecteurs d’écran ignorent',
  ] as Counted,
  captioned: ['une vidéo sous-titrée', '{n} vidéos sous-titrées'] as Counted,
  transcribed: [
    'une vidéo ou un son avec sa transcription',
    '{n} vidéos ou sons avec leur transcription',
  ] as Counted,
  tables: ['un tableau avec ses en-têtes', '{n} tableaux avec leurs en-têtes'] as Counted,
  elsewhere: [
    'un contenu d’un autre site, dont l’accessibilité ne dépend pas de nous',
    '{n} contenus d’autres sites, dont l’accessibilité ne dépend pas de nous',
  ] as Counted,
  documents: [
    'un document à télécharger, qui n’a pas été vérifié ici',
    '{n} documents à télécharger, qui n’ont pas été vérifiés ici',
  ] as Counted,
  checked: 'Ce que les vérifications ont trouvé',
  scope:
    'Le texte de l’édition {edition}, du {date}, a été vérifié automatiquement : images, médias, tableaux, liens, titres et langues. Ce n’est pas un audit de conformité au RGAA : tous ses critères ne se vérifient pas ainsi.',
  nothing: 'Aucun défaut n’a été trouvé.',
  found: {
    'heading-empty': ['un titre vide', '{n} titres vides'] as Counted,
    'heading-skipped': [
      'un titre dont un niveau est sauté',
      '{n} titres dont un niveau est sauté',
    ] as Counted,
    'image-without-alternative': [
      'une image sans texte de remplacement',
      '{n} images sans texte de remplacement',
    ] as Counted,
    'link-without-meaning': [
      'un lien qui ne dit pas où il mène',
      '{n} liens qui ne disent pas où ils mènent',
    ] as Counted,
    'media-without-text': [
      'un média sans sous-titres ni transcription',
      '{n} médias sans sous-titres ni transcription',
    ] as Counted,
    'media-without-transcript': [
      'un média sans transcription',
      '{n} médias sans transcription',
    ] as Counted,
    'script-of-another-language': [
      'un passage dont la langue n’est pas indiquée',
      '{n} passages dont la langue n’est pas indiquée',
    ] as Counted,
    'section-without-title': ['une page sans titre', '{n} pages sans titre'] as Counted,
    'table-without-headers': [
      'un tableau sans en-têtes',
      '{n} tableaux sans en-têtes',
    ] as Counted,
    'video-without-captions': [
      'une vidéo sans sous-titres',
      '{n} vidéos sans sous-titres',
    ] as Counted,
    other: ['un autre défaut', '{n} autres défauts'] as Counted,
  },
  contact: 'Si quelque chose vous arrête',
  write: 'Dites-le à {who}, en nommant la page : le contenu peut vous être donné autrement.',
  someone: 'la personne qui vous forme',
  address: 'Écrire à {address}',
}

const en: AccessibilityWords = {
  title: 'Accessibility of this module',
  everywhere: 'What the player allows',
  promises: [
    'Everything can be done with the keyboard, and what has the focus is always outlined.',
    'Pages, titles, questions and buttons have a name for screen readers; results are announced.',
    'Text can be enlarged up to 400% without scrolling sideways.',
    'The player’s colours keep a contrast of at least 4.5 to 1 for text; nothing is said by colour alone.',
    'No sound and no video starts by itself, and the module reads from top to bottom without a script.',
  ],
  here: 'What this module contains',
  plain: 'Text and questions, without pictures, sound or video.',
  described: ['one picture described in words', '{n} pictures described in words'],
  decorative: [
    'one decorative picture, which screen readers pass over',
    '{n} decorative pictures, which screen readers pass over',
  ],
  captioned: ['one captioned video', '{n} captioned videos'],
  transcribed: [
    'one video or recording with its transcript',
    '{n} videos or recordings with their transcripts',
  ],
  tables: ['one table with its headers', '{n} tables with their headers'],
  elsewhere: [
    'one piece of content from another site, whose accessibility is not in our hands',
    '{n} pieces of content from other sites, whose accessibility is not in our hands',
  ],
  documents: [
    'one document to download, which was not checked here',
    '{n} documents to download, which were not checked here',
  ],
  checked: 'What the checks found',
  scope:
    'The text of edition {edition}, of {date}, was checked automatically: pictures, media, tables, links, headings and languages. This is no audit of conformity (WCAG, RGAA): not all criteria can be checked this way.',
  nothing: 'No fault was found.',
  found: {
    'heading-empty': ['one empty heading', '{n} empty headings'],
    'heading-skipped': ['one heading that skips a level', '{n} headings that skip a level'],
    'image-without-alternative': [
      'one picture without a text alternative',
      '{n} pictures without a text alternative',
    ],
    'link-without-meaning': [
      'one link that does not say where it leads',
      '{n} links that do not say where they lead',
    ],
    'media-without-text': [
      'one media file with neither captions nor a transcript',
      '{n} media files with neither captions nor a transcript',
    ],
    'media-without-transcript': [
      'one media file without a transcript',
      '{n} media files without a transcript',
    ],
    'script-of-another-language': [
      'one passage whose language is not marked',
      '{n} passages whose language is not marked',
    ],
    'section-without-title': ['one page without a title', '{n} pages without a title'],
    'table-without-headers': ['one table without headers', '{n} tables without headers'],
    'video-without-captions': ['one video without captions', '{n} videos without captions'],
    other: ['one other fault', '{n} other faults'],
  },
  contact: 'If something stops you',
  write: 'Tell {who}, and name the page: the content can be given to you in another form.',
  someone: 'the person who trains you',
  address: 'Write to {address}',
}

export const accessibilityWords: Record<Language, AccessibilityWords> = { fr, en }
