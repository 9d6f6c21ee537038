import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readQuality } from '#app/services/analytics/index.server.ts'
import type { Part } from '#content-schema/statements/opinion.ts'
import type { Statement } from '#content-schema/statements/statement.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'
import { learner, voiding } from './learner.ts'
import { dumpRollups, recomputedRollups } from './rollup-dump.ts'

const section: Part = { kind: 'section', sectionId: 'section001' }
const picture: Part = { kind: 'element', sectionId: 'section001', id: 'picture001' }
const question: Part = {
  ...{ kind: 'question', sectionId: 'section001', id: 'question01' },
  keyDigest: '0badcafe',
}

let endpoint: Endpoint
beforeEach(async () => {
  endpoint = await openEndpoint()
})
afterEach(async () => {
  expect(dumpRollups(endpoint.statements)).toEqual(recomputedRollups(endpoint.statements))
  await endpoint.close()
})

/** As a package does, with the key that everybody who has the package holds. */
async function tell(...statements: Statement[]): Promise<number> {
  const as = endpoint.key('add')
  return (await endpoint.call('/statements', { method: 'POST', body: statements, as })).status
}

const ratings = () =>
  Object.fromEntries(
    readQuality(endpoint.statements, { moduleId: 'module0001' }).editions[0]!.ratings.map(
      ({ nodeId, rated }) => [nodeId, rated],
    ),
  )

const remarks = () =>
  endpoint.statements.$client
    .prepare('select nodeId, text from learner_remarks order by at')
    .all()

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => learner({ name: `learner-${index}` }))

describe('ratings', () => {
  it('are told of a part once five learners rated it, and not before', async () => {
    const five = people(5)
    expect(await tell(...five.slice(0, 4).map((each) => each.rates(picture, 2)))).toBe(200)
    expect(ratings()).toEqual({ picture001: null })
    await tell(five[4]!.rates(picture, 5), five[4]!.rates(question, 1))
    expect(ratings()).toEqual({
      picture001: { count: 5, mean: 2.6, counts: [0, 4, 0, 0, 1] },
      question01: null,
    })
  })

  it('count once a learner, as they said last, in whichever attempt that was', async () => {
    const five = people(5)
    const again = learner({ name: 'learner-0' })
    const [first, second] = [five[0]!.rates(section, 1), five[0]!.rates(section, 5)]
    const others = five.slice(1).map((each) => each.rates(section, 3))
    await tell(second, first, ...others)
    expect(ratings().section001).toMatchObject({ count: 5, counts: [0, 0, 4, 0, 1] })
    again.starts()
    again.reads('section001', 5)
    await tell(again.rates(section, 2))
    expect(ratings().section001).toMatchObject({ count: 5, counts: [0, 1, 4, 0, 0] })
  })

  it('of another scale, of no part, or of another module count for nothing', async () => {
    const [one] = people(1)
    const elsewhere = learner({ moduleId: 'module0002' })
    const wrong = [0, 6, 2.5].map((raw) => {
      const statement = one!.rates(section, 3)
      return { ...statement, result: { score: { raw } } }
    })
    const whole = one!.rates(section, 3)
    whole.object = { id: one!.starts().object.id }
    const foreign = one!.rates(section, 3)
    foreign.object = elsewhere.rates(section, 3).object
    expect(await tell(...wrong, whole, foreign)).toBe(200)
    expect(ratings()).toEqual({})
  })

  it('that are taken out leave what was said before', async () => {
    const five = people(5)
    const changed = five[0]!.rates(section, 1)
    await tell(...five.map((each) => each.rates(section, 4)))
    five[0]!.starts()
    const last = { ...changed, timestamp: '2026-09-14T10:00:00.000Z' }
    await tell(last)
    expect(ratings().section001).toMatchObject({ counts: [1, 0, 0, 4, 0] })
    await endpoint.call('/statements', { method: 'POST', body: voiding(last.id) })
    expect(ratings().section001).toMatchObject({ counts: [0, 0, 0, 5, 0] })
  })
})

describe('remarks', () => {
  it('are kept without who made them, and go when they are taken out', async () => {
    const [one] = people(1)
    const told = one!.remarks(picture, 'On ne voit rien.')
    await tell(told, one!.remarks(question, 'Deux réponses sont justes.'))
    expect(remarks()).toEqual([
      { nodeId: 'picture001', text: 'On ne voit rien.' },
      { nodeId: 'question01', text: 'Deux réponses sont justes.' },
    ])
    await endpoint.call('/statements', { method: 'POST', body: voiding(told.id) })
    expect(remarks()).toEqual([{ nodeId: 'question01', text: 'Deux réponses sont justes.' }])
  })

  it('longer than a package lets them be are refused, and nothing of them is stored', async () => {
    const [one] = people(1)
    const told = one!.remarks(picture, 'x')
    const long = { ...told, result: { response: 'x'.repeat(1001) } }
    expect(await tell(long)).toBe(400)
    expect(remarks()).toEqual([])
  })

  it('sent past our player are listed without addresses, and empty ones not at all', async () => {
    const [one] = people(1)
    const told = one!.remarks(picture, 'x')
    const response = 'Écrivez à lea@example.org ou au 06 12 34 56 78'
    await tell(
      { ...told, result: { response } },
      { ...one!.remarks(picture, 'x'), result: { response: '  ' } },
    )
    expect(remarks()).toEqual([{ nodeId: 'picture001', text: 'Écrivez à […] ou au […]' }])
  })
})
