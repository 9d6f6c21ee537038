import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkStatement } from '#app/lrs/validation/statement.ts'
import { profileDocument } from '#content-schema/statements/profile/profile.ts'
import { broken, follows, templatesOf } from '#tests/builders/profile-matcher.ts'
import { oneOfEach } from '#tests/builders/profile-statements.ts'
import { type Endpoint, iriBase, openEndpoint } from './endpoint.ts'
import { dumpRollups, recomputedRollups } from './rollup-dump.ts'

const profile = profileDocument(`${iriBase}/profile`)
const { told, voiding } = oneOfEach(iriBase)

let endpoint: Endpoint
beforeEach(async () => {
  endpoint = await openEndpoint()
})
afterEach(async () => {
  expect(dumpRollups(endpoint.statements)).toEqual(recomputedRollups(endpoint.statements))
  await endpoint.close()
})

it.each(['1.0.3', '2.0.0'] as const)(
  'one of each kind is a sound statement of %s',
  (version) => {
    for (const statement of [...told, voiding])
      expect(() => checkStatement(structuredClone(statement), version)).not.toThrow()
  },
)

it('one of each kind is stored, given back as it was told, and taken out by a correction', async () => {
  const posted = await endpoint.call('/statements', { method: 'POST', body: told })
  expect(await posted.json()).toEqual(told.map(({ id }) => id))
  for (const statement of told) {
    const found = await endpoint.call(`/statements?statementId=${statement.id}`)
    expect(await found.json()).toMatchObject(JSON.parse(JSON.stringify(statement)))
  }
  const corrected = await endpoint.call('/statements', { method: 'POST', body: voiding })
  expect(corrected.status).toBe(200)
  const gone = await endpoint.call(`/statements?statementId=${voiding.object.id}`)
  expect(gone.status).toBe(404)
})

it('each follows the one template that is meant for it, and every template has its example', () => {
  const met = [...told, voiding].map((statement) => {
    const meant = templatesOf(profile, statement)
    expect(meant, statement.verb.id).toHaveLength(1)
    expect(broken(meant[0]!, statement), meant[0]!.id).toEqual([])
    return meant[0]!.id
  })
  expect(met.sort()).toEqual(profile.templates.map(({ id }) => id).sort())
})

it('a template refuses what breaks its rules', () => {
  const [opened] = told
  const [meant] = templatesOf(profile, opened!)
  const { registration: _, ...context } = opened!.context
  expect(broken(meant!, { ...opened, context })).toEqual(['$.context.registration'])
  const rated = told.find(({ verb }) => verb.id.endsWith('/rated'))!
  const tooHigh = { ...rated, result: { score: { raw: 9, min: 1, max: 5 } } }
  const [ofRatings] = templatesOf(profile, rated)
  expect(broken(ofRatings!, tooHigh)).toEqual(['$.result.score.raw'])
  const named = { ...rated, actor: { ...rated.actor, name: 'Zoé' } }
  expect(broken(ofRatings!, named)).toEqual(['$.actor.name'])
})

it('an attempt comes in the order of the pattern, and not in another', () => {
  const attempt = profile.patterns.find(({ primary }) => primary)!.id
  const order = told.map((statement) => templatesOf(profile, statement)[0]!.id)
  expect(follows(profile, attempt, order)).toBe(true)
  expect(follows(profile, attempt, [...order, ...order])).toBe(true)
  expect(follows(profile, attempt, order.slice(1))).toBe(false)
  expect(follows(profile, attempt, [...order].reverse())).toBe(false)
})
