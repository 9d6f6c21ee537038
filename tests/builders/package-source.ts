import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Node } from 'prosemirror-model'
import { writeDocument } from '#content-schema/document.ts'
import { completeRights } from '#content-schema/rights-record.ts'
import {
  type Format,
  isThin,
  type PackagedAsset,
  type PackageSettings,
  type PackageSource,
} from '#packaging/package-source.ts'
import { PublicationFields } from '#packaging/publication/read-publication.ts'
import {
  accordion,
  accordionItem,
  attachment,
  audio,
  bold,
  bulletList,
  callout,
  doc,
  heading,
  image,
  link,
  marked,
  multipleChoice,
  numeric,
  orderedList,
  paragraph,
  right,
  section,
  singleChoice,
  table,
  trueFalse,
  video,
  withId,
  wrong,
} from './document.ts'

const rights = completeRights({
  title: 'Extincteur à eau, coupe',
  authors: ['Nadia Ferrand'],
  source: 'https://example.org/extincteurs',
  licence: 'cc-by-4.0',
  changes: 'recadrage',
})

/** A file in memory, named after its content as in the bank. */
export function asset(
  content: Buffer | string,
  mediaType: string,
  extension: string,
  more: Partial<PackagedAsset> = {},
): PackagedAsset {
  const bytes = Buffer.from(content)
  return {
    digest: createHash('sha256').update(bytes).digest('hex'),
    mediaType,
    extension,
    bytes: bytes.length,
    width: null,
    height: null,
    rights,
    open: () => Readable.from([bytes]),
    ...more,
  }
}

/** One red pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

export const files = {
  picture: asset(pixel, 'image/png', '.png', { width: 1, height: 1 }),
  film: asset(Buffer.alloc(2000, 7), 'video/mp4', '.mp4', { width: 640, height: 360 }),
  sound: asset(Buffer.alloc(900, 3), 'audio/mpeg', '.mp3'),
  captions: asset('WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour\n', 'text/vtt', '.vtt'),
  sheet: asset(Buffer.alloc(123_456, 1), 'application/pdf', '.pdf'),
}

/** A document in which every node and every mark stands at least once. */
export function everyNode(): Node {
  const { picture, film, sound, captions, sheet } = files
  return doc(
    section(
      'Reconnaître un feu',
      paragraph(
        'Un feu a besoin de ',
        bold('trois'),
        ' choses, H',
        marked('2', 'subscript'),
        'O.',
      ),
      paragraph(
        marked('Vite', 'italic'),
        ' et ',
        marked('code', 'code'),
        marked('e', 'superscript'),
      ),
      paragraph(link('https://example.org/', 'Le site'), ' ', link('#paragr0001', 'plus haut')),
      paragraph(
        marked('fire triangle', 'language', { lang: 'en' }),
        {
          type: 'hardBreak',
        },
        'la suite',
      ),
      heading(3, 'Les classes de feu'),
      heading(4, 'La classe A'),
      bulletList('Bois', 'Papier'),
      orderedList('Alerter', 'Éteindre'),
      callout('caution', paragraph('Jamais d’eau sur l’huile.')),
      image({
        asset: picture.digest,
        caption: 'Un extincteur',
        longDescription: 'De haut\nen bas.',
      }),
      image({ asset: picture.digest, decorative: true, alt: '' }),
    ),
    section(
      'Agir',
      video({ asset: film.digest, captions: captions.digest, poster: picture.digest }),
      audio({ asset: sound.digest, captions: null }),
      table([
        ['Classe', 'Agent'],
        ['A', 'Eau'],
      ]),
      accordion(withId('accoritem1', accordionItem('Et ensuite ?', paragraph('On évacue.')))),
      attachment({ asset: sheet.digest }),
    ),
    section(
      'Vérifier',
      singleChoice(
        {},
        'Que faire d’abord ?',
        withId('choicea001', right('Alerter', 'Oui.')),
        withId('choicea002', wrong('Courir', 'Non : on se blesse.')),
      ),
      multipleChoice(
        { points: 2 },
        'Que peut-on éteindre à l’eau ?',
        withId('choiceb001', right('Le bois')),
        withId('choiceb002', right('Le papier')),
        withId('choiceb003', wrong('L’huile', 'Surtout pas.')),
      ),
      trueFalse({ answer: false }, 'On prend l’ascenseur.', 'Non.', 'En effet.'),
      numeric(
        { value: 18, tolerance: 0.5, unit: '' },
        'Quel est le numéro ?',
        'Oui.',
        'C’est 18.',
      ),
    ),
  )
}

export function packageSource(document: Node = everyNode()): PackageSource {
  return {
    moduleId: '0193f2c0-7a11-7c3e-9a52-6f1b7f0c2a01',
    facts: {
      title: 'Choisir & utiliser un « extincteur »',
      code: 'choisir-un-extincteur',
      summary: 'Reconnaître un feu et choisir l’extincteur qui convient.',
      objective: 'Choisir l’extincteur qui convient à un départ de feu',
      level: 'beginner',
      language: 'fr',
      minutes: 12,
      audience: 'Tout salarié',
      modality: 'self-paced',
      prerequisites: 'Aucun',
      keywords: ['incendie', 'sécurité'],
      licence: 'cc-by-4.0',
      authors: ['Nadia Ferrand', 'Luc Oudin'],
      masteryPercent: 70,
    },
    alignments: [
      {
        competencyId: 'c1',
        role: 'teaches',
        frameworkCode: 'RNCP99001',
        competencyBlockCode: 'RNCP99001BC01',
        label: 'Agir face à un départ de feu',
      },
    ],
    document: writeDocument(document),
    digest: '9f1c2b7a'.padEnd(64, '0'),
    edition: { major: 1, minor: 2 },
    publishedAt: Date.UTC(2026, 2, 14, 10, 30),
    earlier: [],
    assets: new Map(Object.values(files).map((file) => [file.digest, file])),
  }
}

export function packageSettings(
  format: Format,
  more: Partial<PackageSettings> = {},
): PackageSettings {
  return {
    format,
    packageId: 'p7k2m4x9qa',
    language: 'fr',
    iriBase: 'https://banque.example/xapi',
    publication: PublicationFields.parse({ status: 'passed-failed' }),
    traces: null,
    ...(isThin(format) && {
      thin: { address: 'https://contenu.example/thin/0123456789abcdefghijkl/', endsAt: null },
    }),
    ...more,
  }
}
