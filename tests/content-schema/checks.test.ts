import { describe, expect, it } from 'vitest'
import { accessibilityFindings } from '#content-schema/accessibility/index.ts'
import { alignmentFindings } from '#content-schema/checks/alignment.ts'
import type { AssetFacts } from '#content-schema/checks/asset-facts.ts'
import { estimatedSeconds, lengthFindings } from '#content-schema/checks/length.ts'
import { withPlaces } from '#content-schema/checks/places.ts'
import { rightsFindings } from '#content-schema/checks/rights.ts'
import { weightFindings, weightOf } from '#content-schema/checks/weight.ts'
import { completenessFindings } from '#content-schema/completeness.ts'
import type { Finding } from '#content-schema/finding.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import type { Alignment } from '#content-schema/module.ts'
import { completeRights, type RightsRecord } from '#content-schema/rights-record.ts'
import {
  accordion,
  accordionItem,
  anyDigest,
  callout,
  doc,
  heading,
  image,
  paragraph,
  right,
  section,
  singleChoice,
  trueFalse,
  video,
  withId,
  wrong,
} from '#tests/builders/document.ts'

const codes = (findings: Finding[]) =>
  findings.map(({ code, nodeId }) => (nodeId ? `${code} ${nodeId}` : code))

describe('places', () => {
  it('tell two empty choices of one question apart', () => {
    const question = singleChoice({}, 'Quel agent ?', right(''), wrong('Eau'), wrong(''))
    const document = doc(question)
    const places = withPlaces(document, completenessFindings(document)).map(
      ({ place }) => place,
    )
    expect(places).toMatchObject([
      { element: 'singleChoice', words: 'Quel agent ? Eau', part: 1 },
      { element: 'singleChoice', words: 'Quel agent ? Eau', part: 3 },
    ])
  })

  it('tell two questions that ask nothing apart, by their number in the section', () => {
    const document = doc(section('Un', trueFalse({}, ''), trueFalse({}, '')))
    const found = withPlaces(document, completenessFindings(document))
    expect(found.map(({ place }) => place)).toMatchObject([
      { element: 'trueFalse', words: '', number: 1, section: 1, title: 'Un' },
      { element: 'trueFalse', words: '', number: 2 },
    ])
  })

  it('name what stands inside another element by itself', () => {
    const inside = paragraph('Dedans, [ici]')
    const document = doc(accordion(accordionItem('Volet', withId('inside0001', inside))))
    const finding: Finding = { code: 'x', severity: 'warns', nodeId: 'inside0001' }
    expect(withPlaces(document, [finding])[0]?.place).toMatchObject({
      element: 'paragraph',
      words: 'Dedans, [ici]',
      part: null,
    })
  })

  it('say nothing of a finding about the whole', () => {
    const whole: Finding = { code: 'alignment.none', severity: 'warns', nodeId: null }
    expect(withPlaces(doc(paragraph('a')), [whole])).toEqual([whole])
  })
})

describe('accessibility', () => {
  it('looks at headings inside other elements too', () => {
    const inside = accordion(accordionItem('Volet', heading(4, 'Trop bas')))
    expect(codes(accessibilityFindings(doc(inside)))).toEqual([
      'accessibility.heading-skipped headin0001',
    ])
  })

  it('asks for a mark on words in a script that their language is not written in', () => {
    const found = accessibilityFindings(doc(paragraph('Le mot Пожар veut dire incendie.')))
    expect(found).toMatchObject([
      { code: 'accessibility.script-of-another-language', params: { text: 'Пожар' } },
    ])
  })

  it.each([
    ['is marked', marked('Пожар', 'ru'), 'fr'],
    ['is the language of the module', paragraph('Пожар'), 'uk-UA'],
    ['stands in an element of that language', inRussian(paragraph('Пожар')), 'fr'],
    ['is a single letter of a formula', paragraph('Une résistance de 5 Ω, un angle α.'), 'fr'],
  ])('does not where it %s', (_, node, language) => {
    expect(accessibilityFindings(doc(node as NodeJson), language)).toEqual([])
  })
})

describe('rights', () => {
  it.each<[string, string, string[]]>([
    ['cc-by-4.0', 'cc-by-4.0', []],
    ['cc-by-nc-4.0', 'cc-by-4.0', ['rights.not-commercial image00001']],
    ['cc-by-nc-4.0', 'cc-by-nc-4.0', []],
    ['cc-by-nd-4.0', 'cc-by-4.0', []],
    ['cc-by-sa-4.0', 'cc-by-4.0', []],
    ['all-rights-reserved', 'cc-by-4.0', ['rights.reserved image00001']],
    ['unknown', 'all-rights-reserved', ['rights.unknown image00001']],
    ['cc0-1.0', 'cc-by-4.0', []],
  ])('of a file under %s, in a module under %s', (theirs, ours, expected) => {
    expect(codes(rightsOf({ licence: theirs }, ours))).toEqual(expected)
  })

  it('of a picture of which a part is shown: it is adapted', () => {
    const cut = image({ crop: '0 0 500 500' })
    expect(codes(rightsOf({ licence: 'cc-by-nd-4.0' }, 'cc-by-4.0', cut))).toEqual([
      'rights.no-derivatives image00001',
    ])
    expect(codes(rightsOf({ licence: 'cc-by-sa-4.0' }, 'cc-by-4.0', cut))).toEqual([
      'rights.share-alike image00001',
    ])
    expect(rightsOf({ licence: 'cc-by-sa-4.0' }, 'cc-by-sa-4.0', cut)).toEqual([])
    const square = image({ shape: 'square' })
    expect(codes(rightsOf({ licence: 'cc-by-nd-4.0' }, 'cc-by-4.0', square))).toHaveLength(1)
  })

  it('only warn of what a module that promises nothing would break once it is handed on', () => {
    const cut = image({ crop: '0 0 500 500' })
    const found = rightsOf({ licence: 'cc-by-sa-4.0' }, 'all-rights-reserved', cut)
    expect(found).toMatchObject([{ code: 'rights.share-alike', severity: 'warns' }])
  })

  it('let a quotation be published, and say that it stays inside', () => {
    const quoted = { basis: 'quotation' as const, source: 'Le Monde' }
    expect(rightsOf({ ...quoted, licence: 'all-rights-reserved' })).toMatchObject([
      { code: 'rights.quotation', severity: 'warns' },
    ])
  })

  it('ask for an author where the licence does', () => {
    expect(codes(rightsOf({ authors: [] }))).toEqual(['rights.without-author image00001'])
    expect(rightsOf({ authors: [], licence: 'cc0-1.0' })).toEqual([])
  })

  it('block a file that is not in the bank, and wait for one that was not asked about yet', () => {
    const known = { licence: 'cc-by-4.0', ...days }
    const document = doc(image())
    const missing = rightsFindings(document, { ...known, assets: new Map([[anyDigest, null]]) })
    expect(missing).toMatchObject([{ code: 'rights.file-missing', severity: 'blocks' }])
    expect(rightsFindings(document, { ...known, assets: new Map() })).toEqual([])
  })
})

describe('alignment', () => {
  const question = (competencies: string[]) =>
    trueFalse({ competencies }, 'Un extincteur se vérifie chaque année.')
  const text = (competencies: string[]): NodeJson => {
    const shown = callout('tip', paragraph('Du texte.'))
    return { ...shown, attrs: { ...shown.attrs, competencies } }
  }

  it('warns of a module that is tied to nothing', () => {
    expect(codes(alignmentFindings(doc(paragraph('a')), []))).toEqual(['alignment.none'])
  })

  it('has nothing to say where all that is taught is assessed, and no element is tied', () => {
    const ties = [tie('c1', 'teaches'), tie('c1', 'assesses')]
    expect(alignmentFindings(doc(text([]), question([])), ties)).toEqual([])
  })

  it('names what is assessed and never taught, and the other way round', () => {
    const ties = [tie('c1', 'assesses'), tie('c2', 'teaches')]
    expect(alignmentFindings(doc(paragraph('a')), ties)).toMatchObject([
      { code: 'alignment.assessed-not-taught', params: { label: 'Compétence c1' } },
      { code: 'alignment.taught-not-assessed', params: { label: 'Compétence c2' } },
    ])
  })

  it('holds an author who ties elements to what the module promises', () => {
    const ties = [tie('c1', 'teaches'), tie('c1', 'assesses')]
    const document = doc(section('Un', text(['c1']), question([])), section('Deux', text([])))
    expect(codes(alignmentFindings(document, ties))).toEqual([
      'alignment.no-question-for',
      'alignment.untied-section sectio0002',
      'alignment.untied-question truefa0001',
    ])
  })

  it('finds elements tied to what the module does not name', () => {
    const ties = [tie('c1', 'teaches'), tie('c1', 'assesses')]
    const document = doc(question(['c1']), text(['gone']))
    expect(codes(alignmentFindings(document, ties))).toEqual([
      'alignment.unknown-competency callou0001',
    ])
  })

  it('counts a question inside another element', () => {
    const inside = accordion(accordionItem('Volet', paragraph('a')))
    const stop = { type: 'interactiveVideo', content: [videoStop(question([]))] }
    const ties = [tie('c1', 'teaches')]
    expect(codes(alignmentFindings(doc(inside, stop), ties))).toContain(
      'alignment.nothing-assessed',
    )
  })
})

describe('length', () => {
  const known = { language: 'fr', minutes: 10, assets: new Map<string, AssetFacts>() }
  const words = (count: number) => paragraph(Array(count).fill('mot').join(' '))

  it('reads 195 words of French in a minute, plays a film for as long as it lasts', () => {
    const assets = new Map([[anyDigest, asset({ duration: 90_000, mediaType: 'video/mp4' })]])
    // The title of the section that the builder makes is read too.
    const title = doc(paragraph()).firstChild!.firstChild!.textContent.split(' ').length
    const seconds = estimatedSeconds(doc(words(195 - title), video()), { ...known, assets })
    expect(Math.round(seconds)).toBe(60 + 90)
  })

  it('gives a minute to a choice, even inside an interactive video', () => {
    const choice = singleChoice({}, 'Quel agent ?', right('Eau'), wrong('Mousse'))
    const alone = estimatedSeconds(doc(section('', choice)), known)
    expect(alone).toBeCloseTo(60)
    const stop = { type: 'interactiveVideo', content: [videoStop(choice)] }
    expect(estimatedSeconds(doc(stop), known)).toBeGreaterThanOrEqual(60)
  })

  it('only speaks up when what is announced is far from it', () => {
    const announced = (minutes: number) =>
      codes(
        lengthFindings(doc(...Array.from({ length: 8 }, () => words(130))), {
          ...known,
          minutes,
        }),
      )
    expect(announced(5)).toEqual([])
    expect(announced(2)).toEqual(['length.longer-than-announced'])
    expect(announced(20)).toEqual(['length.shorter-than-announced'])
  })

  it('finds a paragraph that no phone shows at once, wherever it stands', () => {
    const found = lengthFindings(doc(accordion(accordionItem('Volet', words(151)))), {
      ...known,
      minutes: 1,
    })
    expect(found).toMatchObject([
      { code: 'length.paragraph-too-long', nodeId: 'paragr0001', params: { words: 151 } },
    ])
  })

  it('finds the section that takes far longer than the others', () => {
    const long = Array.from({ length: 10 }, () => words(120))
    const short = () => section('Courte', words(50))
    const document = doc(short(), section('Longue', ...long), short())
    expect(codes(lengthFindings(document, known))).toEqual([
      'length.section-too-long sectio0002',
    ])
  })

  it('advises to split a module of more than 120 elements', () => {
    const many = Array.from({ length: 121 }, () => paragraph('a'))
    expect(codes(lengthFindings(doc(...many), { ...known, minutes: 1 }))).toEqual([
      'length.too-many-elements',
    ])
  })
})

describe('weight', () => {
  const weighed = (bytes: number) =>
    weightOf(doc(image(), image()), new Map([[anyDigest, asset({ bytes })]]))

  it('counts a file once, however often it is shown, and says where it is first', () => {
    expect(weighed(3_000_000)).toMatchObject({
      bytes: 3_000_000,
      files: 1,
      heaviest: [{ nodeId: 'image00001' }],
    })
  })

  it.each([
    [100_000_000, []],
    [150_000_000, ['weight.heavy', 'weight.heavy-file image00001']],
    [1_200_000_000, ['weight.over-limit', 'weight.heavy-file image00001']],
  ])('of %d bytes', (bytes, expected) => {
    expect(codes(weightFindings(weighed(bytes)))).toEqual(expected)
  })

  it('says when it is only an upper bound', () => {
    const known = new Map([[anyDigest, asset({ measured: false })]])
    expect(weightOf(doc(image()), known).measured).toBe(false)
  })
})

const record = completeRights({
  title: 'Extincteur',
  authors: ['Camille Roussel'],
  licence: 'cc-by-4.0',
})

const days = { today: '2026-03-10', near: '2026-05-09' }

function rightsOf(
  change: Partial<RightsRecord>,
  licence = 'cc-by-4.0',
  shown = image(),
): Finding[] {
  const assets = new Map([[anyDigest, { rights: { ...record, ...change } }]])
  return rightsFindings(doc(shown), { assets, licence, ...days })
}

function asset(change: Partial<AssetFacts>): AssetFacts {
  const kept = { digest: anyDigest, mediaType: 'image/png', bytes: 1000, rights: record }
  return { ...kept, measured: true, duration: null, ...change }
}

function tie(competencyId: string, role: Alignment['role']): Alignment {
  const codes = { frameworkCode: 'RNCP99001', competencyBlockCode: 'RNCP99001BC01' }
  return { competencyId, role, ...codes, label: `Compétence ${competencyId}` }
}

function marked(text: string, lang: string): NodeJson {
  const marks = [{ type: 'language', attrs: { lang } }]
  return { type: 'paragraph', content: [{ type: 'text', text, marks }] }
}

function inRussian(flow: NodeJson): NodeJson {
  const shown = callout('tip', flow)
  return { ...shown, attrs: { ...shown.attrs, lang: 'ru' } }
}

function videoStop(question: NodeJson): NodeJson {
  const title = { type: 'videoStopTitle', content: [{ type: 'text', text: 'Arrêt' }] }
  return { type: 'videoStop', content: [title, question] }
}
