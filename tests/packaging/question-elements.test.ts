import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { NodeJson } from '#content-schema/identity.ts'
import { readUnit } from '#content-schema/nodes/numeric.ts'
import type { ElementName } from '#content-schema/schema.ts'
import { keyFactsOf } from '#content-schema/scoring/key-facts.ts'
import { kindOf, markAnswer } from '#content-schema/scoring/mark-answer.ts'
import type { Answer, Question } from '#content-schema/scoring/question.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import { renderModule } from '#packaging/index.ts'
import type { Asked } from '#packaging/player/behaviour.ts'
import { startingOrder } from '#packaging/player/elements/ordering.ts'
import { doc } from '#tests/builders/document.ts'
import { elementSamples } from '#tests/catalogue/elements/index.ts'

const samples = elementSamples as Record<string, { node: NodeJson }>
const nodeOf = (name: ElementName, attrs: Record<string, unknown> = {}) => {
  const { node } = samples[name]!
  return doc({ ...node, attrs: { ...node.attrs, ...attrs } }).firstChild!.child(1)
}
const asked = (name: ElementName, attrs?: Record<string, unknown>): Question =>
  readQuestion(nodeOf(name, attrs))!
const share = (question: Question, answer: Answer) => markAnswer(question, answer).share

describe('a short answer', () => {
  const question = asked('shortAnswer')

  it.each([
    ['as it is written', 'extincteur', 1],
    ['with capitals and spaces', '  UN EXTINCTEUR ', 1],
    ['with two letters missing', 'extinteu', 1],
    ['with another word', 'échelle', 0],
    ['with nothing', '', 0],
  ])('%s', (_, typed, worth) => {
    expect(share(question, [typed])).toBe(worth)
  })

  it('with a slip is wrong where slips are not forgiven', () => {
    expect(share(asked('shortAnswer', { spelling: false }), ['extinteur'])).toBe(0)
  })

  it('cannot be asked before an answer is accepted, blank lines not counted', () => {
    expect(readQuestion(nodeOf('shortAnswer', { accepted: ['', ' '] }))).toBeNull()
  })
})

describe('a matching', () => {
  const question = asked('matching')

  it('earns the share of the right pairs, or nothing where it is all or nothing', () => {
    const partly = ['matchtarg1', 'matchtarg1', 'matchtarg3']
    expect(share(question, partly)).toBeCloseTo(2 / 3)
    expect(share(asked('matching', { partialCredit: false }), partly)).toBe(0)
    expect(share(question, ['matchtarg4', 'matchtarg4', 'matchtarg4'])).toBe(0)
  })

  it('takes two targets that say the same for one', () => {
    const same = JSON.parse(
      JSON.stringify(samples.matching!.node).replaceAll(
        'Couverture anti-feu',
        'Eau pulvérisée',
      ),
    )
    const read = readQuestion(doc(same).firstChild!.child(1))!
    expect(share(read, ['matchtarg1', 'matchtarg2', 'matchtarg1'])).toBe(1)
  })

  it('does not give its answers away in the order of its lists', () => {
    const { document } = parseHTML(shown('matching'))
    const texts = [...document.querySelectorAll('select:first-of-type option')]
      .slice(1, 5)
      .map(({ textContent }) => textContent ?? '')
    expect(texts).toEqual([...texts].sort((a, b) => a.localeCompare(b, 'fr')))
  })
})

describe('an ordering', () => {
  const question = asked('ordering') as Asked<'sequencing'>

  it('never begins in the right order, whoever the learner is', () => {
    const right = question.key.items
    for (let learner = 0; learner < 500; learner += 1) {
      const order = startingOrder(question, `learner ${learner}`)
      expect(order).not.toEqual(right)
      expect([...order].sort()).toEqual([...right].sort())
    }
  })

  it('begins in the same order for the same learner', () => {
    expect(startingOrder(question, 'one')).toEqual(startingOrder(question, 'one'))
  })

  it('earns the share of what is in its place', () => {
    const [a, b, c, d] = ['ordstep001', 'ordstep002', 'ordstep003', 'ordstep004'] as const
    expect(share(question, [a, b, d, c])).toBe(0.5)
    expect(share(question, [d, c, b, a])).toBe(0)
  })
})

describe('a text with gaps', () => {
  it('earns the share of the right gaps', () => {
    expect(share(asked('cloze'), ['quatre', '', 'sans'])).toBeCloseTo(1 / 3)
  })

  it('forgives slips in what is typed, and none where the words are shown', () => {
    const almost = ['quatres', 'mains', 'après']
    expect(share(asked('cloze', { bank: false }), almost)).toBe(1)
    expect(share(asked('cloze'), almost)).toBeCloseTo(2 / 3)
  })

  it('takes a word of a list as it is, never for its neighbour', () => {
    const node = JSON.parse(JSON.stringify(samples.cloze!.node).replaceAll('"sans"', '"apres"'))
    const read = readQuestion(doc(node).firstChild!.child(1))!
    expect(share(read, ['4', 'mains', 'apres'])).toBeCloseTo(2 / 3)
  })
})

describe('a sorting and a hotspot', () => {
  it('earn the share of what is where it belongs', () => {
    expect(share(asked('sorting'), ['sortcateg1', 'sortcateg2', 'sortcateg2'])).toBeCloseTo(
      2 / 3,
    )
  })

  it('take one region unless several may be right', () => {
    expect(share(asked('hotspot'), ['hotregion1'])).toBe(1)
    expect(share(asked('hotspot'), ['hotregion1', 'hotregion2'])).toBe(0)
    expect(share(asked('hotspot', { several: true }), ['hotregion1', 'hotregion2'])).toBe(0)
  })

  it('draw regions by attributes alone, over the whole picture', () => {
    const html = shown('hotspot')
    expect(html).toContain(
      '<rect data-region="hotregion1" x="5" y="10" width="20" height="30">',
    )
    expect(html).toContain('<ellipse data-region="hotregion2" cx="75" cy="70" rx="15" ry="20">')
    expect(html).not.toContain('style=')
  })
})

describe('a numeric answer in several units', () => {
  it('says which units may be typed, and leaves room for them', () => {
    const html = shown('numeric')
    expect(html).toContain('Vous pouvez répondre dans l’une de ces unités : m, cm.')
    expect(html).toContain('maxlength="27"')
    expect(html).toContain('La bonne réponse était 2,5 m.')
  })

  it('reads each unit as its author says, and no other', () => {
    const question = asked('numeric')
    expect(share(question, ['250 cm'])).toBe(1)
    expect(share(question, ['2,5'])).toBe(1)
    expect(share(question, ['250'])).toBe(0)
    expect(share(question, ['2,5 km'])).toBe(0)
    expect([
      readUnit('cm = 0,01'),
      readUnit('cm'),
      readUnit('= 3'),
      readUnit('cm = un'),
    ]).toEqual([{ name: 'cm', factor: 0.01 }, null, null, null])
  })
})

const answers: [ElementName, Answer][] = [
  ['shortAnswer', ['l’échelle, à 2 m']],
  ['matching', ['matchtarg4', 'matchtarg2', 'matchtarg1']],
  ['ordering', ['ordstep003', 'ordstep001', 'ordstep004', 'ordstep002']],
  ['cloze', ['dix;', '', 'après']],
  ['sorting', ['sortcateg2', 'sortcateg1', 'sortcateg1']],
  ['hotspot', ['hotregion2']],
]

describe.each(answers)('the answer to a %s', (name, answer) => {
  it('is kept in ASCII within its budget, and comes back as it went', () => {
    const question = asked(name)
    const kind = kindOf(question)
    const packed = kind.pack(question.key, answer)
    expect(packed).toMatch(/^[!-+\--:<-~]*$/)
    expect(packed.length).toBeLessThanOrEqual(keyFactsOf(question).budget(question.key))
    expect(kind.unpack(question.key, packed)).toEqual(answer)
  })
})

function shown(name: ElementName): string {
  return renderModule(doc(samples[name]!.node), {
    language: 'fr',
    contentLanguage: 'fr',
    asset: () => ({
      url: 'media/plan.png',
      mediaType: 'image/png',
      bytes: 1,
      width: 80,
      height: 60,
    }),
  })
}
