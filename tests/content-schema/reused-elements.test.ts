import { beforeEach, describe, expect, it } from 'vitest'
import { completenessFindings } from '#content-schema/completeness.ts'
import { readDocument } from '#content-schema/document.ts'
import { questionsOf } from '#content-schema/elements.ts'
import { type NodeJson, repeatedIds } from '#content-schema/identity.ts'
import { derivedId } from '#content-schema/reuse/derived-id.ts'
import { drawFrom, readDraw } from '#content-schema/reuse/draw.ts'
import type { Reference } from '#content-schema/reuse/reference.ts'
import { type Answer, resolve, type Target } from '#content-schema/reuse/resolve.ts'
import {
  link,
  paragraph,
  section,
  storedDoc,
  trueFalse,
  withId,
} from '#tests/builders/document.ts'

/** Modules by their ids; each reference leads to the only revision there is. */
let bank: Record<string, NodeJson>

function lookup({ moduleId }: Reference): Answer<Target> {
  const doc = bank[moduleId]
  if (!doc) return { fault: 'reuse.missing' }
  return { moduleId, revisionId: moduleId, digest: moduleId, title: `Module ${moduleId}`, doc }
}

function reuse(id: string, nodeId: string, attrs: Record<string, unknown> = {}): NodeJson {
  return { type: 'reuse', attrs: { id, moduleId: 'a', nodeId, ...attrs } }
}

function draw(attrs: Record<string, unknown> = {}): NodeJson {
  return {
    type: 'questionDraw',
    attrs: { id: 'drawdraw01', moduleId: 'a', count: 3, ...attrs },
  }
}

function resolvedFrom(...parts: NodeJson[]) {
  const { doc } = storedDoc(...parts)
  const found = resolve({ moduleId: 'root', title: 'Le module', doc }, lookup)
  return { ...found, read: readDocument({ format: 1, doc: found.doc }) }
}

const numbers = (count: number) =>
  Array.from({ length: count }, (_, index) => String(index).padStart(2, '0'))

/** Questions `question00`, `question01` …; each is tied to a competency by its last digit. */
function questions(count: number): NodeJson[] {
  return numbers(count).map((number) => {
    const competencies = [`competency${number.at(-1)}`]
    return withId(`question${number}`, trueFalse({ competencies }, `Vrai ${number} ?`))
  })
}

const asked = ({ read }: ReturnType<typeof resolvedFrom>) =>
  questionsOf(read).map(({ node }) => node.firstChild!.textContent)

describe('a reused element', () => {
  beforeEach(() => {
    const question = withId('question01', trueFalse({ points: 2 }, 'Le ciel est bleu ?'))
    const words = withId('paragraph1', paragraph('Levez les ', link('#question01', 'yeux')))
    bank = { a: storedDoc(section('Voir', words, question)).doc }
  })

  it('stands where its reference stood, under an id of its own, without ways out of it', () => {
    const { read, uses, faults } = resolvedFrom(
      section('Ici', paragraph('Avant'), reuse('reusereus1', 'paragraph1'), paragraph('Après')),
    )
    const [page] = read.children
    expect(page!.children.map((each) => each.textContent)).toEqual([
      ...['Ici', 'Avant', 'Levez les yeux', 'Après'],
    ])
    expect(page!.child(2).attrs.id).toBe(derivedId('reusereus1', 'paragraph1'))
    expect(JSON.stringify(read.toJSON())).not.toContain('"link"')
    expect([uses.length, faults]).toEqual([1, []])
  })

  it('is asked twice under two ids where it stands twice', () => {
    const { doc } = resolvedFrom(
      reuse('reusereus1', 'question01'),
      reuse('reusereus2', 'question01'),
    )
    expect(repeatedIds(doc)).toEqual([])
  })

  it('is worth here what is said here, and says what it says there', () => {
    const { read } = resolvedFrom(reuse('reusereus1', 'question01', { points: 5 }))
    const [question] = questionsOf(read)
    expect(question!.node.attrs.points).toBe(5)
    expect(question!.node.textContent).toContain('Le ciel est bleu ?')
    const { read: own } = resolvedFrom(reuse('reusereus1', 'question01'))
    expect(questionsOf(own)[0]!.node.attrs.points).toBe(2)
  })

  it('has to be done, or not, as is said here; of words nothing is asked', () => {
    const reflection = { type: 'reflection', attrs: { id: 'reflection', required: true } }
    bank.a!.content![0]!.content!.push(reflection)
    const doc = storedDoc(
      reuse('reusereus1', 'reflection', { required: 'no' }),
      reuse('reusereus2', 'paragraph1', { required: 'yes' }),
    )
    const resolved = JSON.stringify(
      resolve({ moduleId: 'root', title: '', doc: doc.doc }, lookup).doc,
    )
    expect(resolved).toContain('"required":false')
    expect(resolved).not.toContain('"required":true')
  })

  it('that is no longer there is said where it was wanted', () => {
    const { faults } = resolvedFrom(paragraph('Avant'), reuse('reusereus1', 'gonegone01'))
    expect(faults).toEqual([
      {
        ...{ code: 'reuse.no-node', severity: 'blocks', nodeId: 'reusereus1' },
        params: { title: 'Module a' },
      },
    ])
  })

  it('may itself be a reused one, and never a whole module', () => {
    bank.b = storedDoc(reuse('reusereus9', 'paragraph1')).doc
    bank.c = storedDoc({ type: 'moduleRow', attrs: { id: 'rowrowrow1', moduleId: 'a' } }).doc
    const { read } = resolvedFrom(reuse('reusereus1', 'reusereus9', { moduleId: 'b' }))
    expect(read.textContent).toContain('Levez les yeux')
    const row = resolvedFrom(reuse('reusereus1', 'rowrowrow1', { moduleId: 'c' }))
    expect(row.faults.map(({ code }) => code)).toEqual(['reuse.no-node'])
  })

  it('is refused with an attribute that no reference has', () => {
    const stored = (attrs: Record<string, unknown>) => ({
      format: 1,
      doc: storedDoc(reuse('reusereus1', 'question01', attrs)).doc,
    })
    expect(() => readDocument(stored({ required: 'maybe' }))).toThrow()
    expect(() => readDocument(stored({ points: 101 }))).toThrow()
  })
})

describe('a draw', () => {
  beforeEach(() => {
    bank = { a: storedDoc(section('Banque', ...questions(12))).doc }
  })

  it('places so many of the questions that are there, in the order of the bank', () => {
    const found = asked(resolvedFrom(draw()))
    expect(found).toHaveLength(3)
    expect(found).toEqual([...found].sort())
    expect(new Set(found).size).toBe(3)
  })

  it('draws the same ones for the same seed and revision, others for another seed', () => {
    const drawn = (seed: string, digest: string) =>
      drawFrom(bank.a!, { ...readDraw(draw()), seed }, digest).map(({ attrs }) => attrs?.id)
    expect(drawn('s', 'd')).toEqual(drawn('s', 'd'))
    const seeds = new Set(numbers(30).map((seed) => drawn(seed, 'd').join()))
    expect(seeds.size).toBeGreaterThan(20)
    const digests = new Set(numbers(30).map((digest) => drawn('s', digest).join()))
    expect(digests.size).toBeGreaterThan(20)
  })

  it('favours no question', () => {
    const times = new Map<unknown, number>()
    for (let seed = 0; seed < 4000; seed += 1)
      for (const { attrs } of drawFrom(bank.a!, { ...readDraw(draw()), seed: `${seed}` }, 'd'))
        times.set(attrs?.id, (times.get(attrs?.id) ?? 0) + 1)
    // 1000 expected of each, give or take 27 (one standard deviation).
    expect(times.size).toBe(12)
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(135)
  })

  it('keeps to the pages, the kinds and the competencies it is told', () => {
    const drawn = (attrs: Record<string, unknown>) =>
      asked(resolvedFrom(draw({ count: 0, ...attrs })))
    expect(drawn({ competencies: ['competency1'] })).toEqual(['Vrai 01 ?', 'Vrai 11 ?'])
    expect(drawn({ kinds: ['trueFalse'] })).toHaveLength(12)
    const page = String(bank.a!.content![0]!.attrs!.id)
    expect(drawn({ pages: [page] })).toHaveLength(12)
  })

  it('that finds too few says how many there are, and shows them', () => {
    const found = resolvedFrom(draw({ count: 5, competencies: ['competency1'] }))
    expect(found.faults).toEqual([
      {
        ...{ code: 'reuse.few-questions', severity: 'blocks', nodeId: 'drawdraw01' },
        params: { title: 'Module a', found: 2, wanted: 5 },
      },
    ])
    expect(asked(found)).toHaveLength(2)
    const none = resolvedFrom(paragraph('Avant'), draw({ kinds: ['numeric'] }))
    expect(none.faults.map(({ code }) => code)).toEqual(['reuse.no-question'])
  })

  it('inside an assessment gives all that match, for it to draw among them at each attempt', () => {
    const evaluation: NodeJson = {
      type: 'evaluation',
      attrs: { id: 'evaluation', draw: 4 },
      content: [{ type: 'evaluationTitle' }, draw({ count: 0 })],
    }
    const stored = storedDoc(evaluation)
    expect(completenessFindings(readDocument(stored))).toEqual([])
    const { read } = resolvedFrom(evaluation)
    const placed = read.firstChild!.child(1)
    expect(placed.type.name).toBe('evaluation')
    expect(questionsOf(read)).toHaveLength(12)
    expect(placed.attrs.draw).toBe(4)
  })

  it('draws also where what is reused is the assessment that holds it', () => {
    bank.b = storedDoc({
      type: 'evaluation',
      attrs: { id: 'evaluation' },
      content: [{ type: 'evaluationTitle' }, draw({ count: 2 })],
    }).doc
    expect(
      asked(resolvedFrom(reuse('reusereus1', 'evaluation', { moduleId: 'b' }))),
    ).toHaveLength(2)
  })
})
