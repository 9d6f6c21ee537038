import { describe, expect, it } from 'vitest'
import { accessibilityFindings } from '#content-schema/accessibility/index.ts'
import {
  accordion,
  accordionItem,
  audio,
  bold,
  bulletList,
  doc,
  heading,
  image,
  link,
  marked,
  paragraph,
  prompt,
  right,
  section,
  singleChoice,
  table,
  video,
  wrong,
} from '#tests/builders/document.ts'

const codes = (...parts: Parameters<typeof doc>) =>
  accessibilityFindings(doc(...parts)).map(({ code, severity }) => `${severity} ${code}`)

it('has nothing to say of a document that everybody can read', () => {
  const clean = [
    heading(3, 'Les classes de feu'),
    heading(4, 'Classe A'),
    image(),
    video(),
    audio(),
    table([
      ['Classe', 'Exemple'],
      ['A', 'Bois'],
    ]),
    paragraph('Voir ', link('https://www.inrs.fr/', 'le dossier incendie de l’INRS')),
  ]
  expect(accessibilityFindings(doc(...clean))).toEqual([])
})

describe('pictures', () => {
  it('blocks a picture that says nothing to those who do not see it', () => {
    expect(accessibilityFindings(doc(image({ alt: '  ' })))).toEqual([
      {
        code: 'accessibility.image-without-alternative',
        severity: 'blocks',
        nodeId: 'image00001',
      },
    ])
  })

  it('accepts a picture said to be decorative', () => {
    expect(codes(image({ alt: '', decorative: true }))).toEqual([])
  })

  it('finds a picture wherever the schema lets it stand', () => {
    const parts = [section('Un', paragraph('a')), section('Deux', image({ alt: '' }))]
    expect(codes(...parts)).toEqual(['blocks accessibility.image-without-alternative'])
  })
})

describe('video and sound', () => {
  it('blocks a film that has neither captions nor transcript', () => {
    const found = accessibilityFindings(doc(video({ captions: null, transcript: '' })))
    expect(found).toEqual([
      {
        code: 'accessibility.media-without-text',
        severity: 'blocks',
        nodeId: 'video00001',
        params: { kind: 'video' },
      },
    ])
  })

  it('warns of a film that has only one of them', () => {
    expect(codes(video({ captions: null }))).toEqual([
      'warns accessibility.video-without-captions',
    ])
    expect(codes(video({ transcript: '' }))).toEqual([
      'warns accessibility.media-without-transcript',
    ])
  })

  it('is content with a transcript for a sound', () => {
    expect(codes(audio({ captions: null }))).toEqual([])
    expect(codes(audio({ captions: null, transcript: ' ' }))).toEqual([
      'blocks accessibility.media-without-text',
    ])
  })
})

describe('tables', () => {
  it('warns of a table whose cells nothing names', () => {
    expect(codes(table([['A', 'Bois']], { headers: false }))).toEqual([
      'warns accessibility.table-without-headers',
    ])
  })

  it('takes an empty header cell for none', () => {
    expect(codes(table([[''], ['Bois']]))).toEqual([
      'warns accessibility.table-without-headers',
    ])
  })
})

describe('titles', () => {
  it('blocks a section without a title', () => {
    expect(accessibilityFindings(doc(section(' ', paragraph('a'))))).toEqual([
      { code: 'accessibility.section-without-title', severity: 'blocks', nodeId: 'sectio0001' },
    ])
  })

  it('warns when level 4 comes before any level 3 of its section', () => {
    const skipped = section('Deux', heading(4, 'Classe A'), heading(3, 'Classes'))
    const found = accessibilityFindings(doc(section('Un', heading(3, 'Avant')), skipped))
    expect(found).toEqual([
      { code: 'accessibility.heading-skipped', severity: 'warns', nodeId: 'headin0002' },
    ])
  })

  it('warns of a heading left empty', () => {
    expect(codes(heading(3))).toEqual(['warns accessibility.heading-empty'])
  })
})

describe('links', () => {
  const meaning = (...inline: Parameters<typeof paragraph>) => codes(paragraph(...inline))

  it.each([
    'ici',
    'Cliquez ici !',
    'CLIQUEZ  ICI',
    'en savoir plus…',
    'http://exemple.fr/a',
    ' ',
  ])('warns of a link that only says “%s”', (text) => {
    expect(meaning(link('https://exemple.fr/', text))).toEqual([
      'warns accessibility.link-without-meaning',
    ])
  })

  it('reads a link as one, whatever the marks on its words', () => {
    const href = 'https://exemple.fr/'
    const strong = {
      ...bold('ici'),
      marks: [{ type: 'link', attrs: { href } }, { type: 'bold' }],
    }
    expect(meaning(link(href, 'la fiche est '), strong)).toEqual([])
  })

  it('keeps two links apart when words stand between them', () => {
    const href = 'https://exemple.fr/'
    expect(meaning(link(href, 'ici'), ' et ', link(href, 'ici'))).toHaveLength(2)
  })

  it('leads to the closest node that has an id', () => {
    const vague = () => link('https://exemple.fr/', 'ici')
    const found = accessibilityFindings(
      doc(
        bulletList(paragraph(vague())),
        accordion(accordionItem('Plus', paragraph(vague()))),
        singleChoice({}, prompt(vague(), marked(' ?', 'italic')), right('a'), wrong('b')),
      ),
    )
    expect(found.map(({ nodeId }) => nodeId)).toEqual([
      'paragr0001',
      'paragr0002',
      'single0001',
    ])
  })
})
