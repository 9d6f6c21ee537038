import { describe, expect, it } from 'vitest'
import { completenessFindings } from '#content-schema/completeness.ts'
import {
  attachment,
  audio,
  doc,
  image,
  link,
  multipleChoice,
  numeric,
  paragraph,
  right,
  section,
  singleChoice,
  trueFalse,
  video,
  withId,
  wrong,
} from '#tests/builders/document.ts'

const codes = (...parts: Parameters<typeof doc>) =>
  completenessFindings(doc(...parts)).map(({ code, severity }) => `${severity} ${code}`)

it('has nothing to say of a document that is finished', () => {
  const finished = [
    paragraph('Voir ', link('#paragr0001', 'le début')),
    image(),
    attachment(),
    singleChoice({}, 'Sur un feu électrique ?', right('CO₂'), wrong('Eau')),
    multipleChoice({}, 'Classe A ?', right('Bois'), right('Papier')),
    trueFalse({}, 'Un extincteur se vérifie chaque année.'),
    numeric({ value: 0 }, 'Combien ?'),
  ]
  expect(completenessFindings(doc(...finished))).toEqual([])
})

describe('questions', () => {
  it('blocks a question with nothing to choose that would be right', () => {
    const none = singleChoice({}, 'Quel agent ?', wrong('Eau'), wrong('Mousse'))
    expect(completenessFindings(doc(none))).toEqual([
      {
        code: 'completeness.question-without-right-choice',
        severity: 'blocks',
        nodeId: 'single0001',
      },
    ])
  })

  it('blocks several right choices only where one is expected', () => {
    const choices = [right('Eau'), right('Mousse')]
    expect(codes(singleChoice({}, 'Quel agent ?', ...choices))).toEqual([
      'blocks completeness.question-with-several-right-choices',
    ])
    expect(codes(multipleChoice({}, 'Quels agents ?', ...choices))).toEqual([])
  })

  it('blocks a numeric question whose answer was not given', () => {
    expect(codes(numeric({}, 'À quelle distance ?'))).toEqual([
      'blocks completeness.numeric-without-value',
    ])
  })

  it('blocks a question that asks nothing', () => {
    expect(codes(trueFalse({}, ' '))).toEqual(['blocks completeness.question-without-prompt'])
  })

  it('leads to the choice that has no text', () => {
    const question = singleChoice({}, 'Quel agent ?', right('Eau'), wrong(''))
    expect(completenessFindings(doc(question))).toEqual([
      {
        code: 'completeness.choice-without-text',
        severity: 'blocks',
        nodeId: 'choice0002',
      },
    ])
  })
})

it('blocks what should show a file and has none', () => {
  const nothing = { asset: null }
  const parts = [image(nothing), video(nothing), audio(nothing), attachment(nothing)]
  const found = completenessFindings(doc(...parts))
  expect(found.map(({ params }) => ({ kind: params?.kind }))).toEqual(
    ['image', 'video', 'audio', 'attachment'].map((kind) => ({ kind })),
  )
  expect(new Set(found.map(({ code }) => code))).toEqual(
    new Set(['completeness.media-without-file']),
  )
})

it('blocks a link to a place that does not exist, and only that', () => {
  const target = withId('cible00001', paragraph('Cible'))
  const links = paragraph(
    link('#cible00001', 'la cible'),
    ' ',
    link('#parti00001', 'une place partie'),
    ' ',
    link('https://exemple.fr/', 'un site'),
  )
  expect(completenessFindings(doc(target, links))).toEqual([
    {
      code: 'completeness.broken-reference',
      severity: 'blocks',
      nodeId: 'paragr0002',
      params: { text: 'une place partie' },
    },
  ])
})

it('warns of a section with nothing but empty paragraphs', () => {
  const found = completenessFindings(doc(section('Vide', paragraph(), paragraph(' '))))
  expect(found).toEqual([
    { code: 'completeness.empty-section', severity: 'warns', nodeId: 'sectio0001' },
  ])
})
