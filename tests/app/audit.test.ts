import { expect, it } from 'vitest'
import { auditEntries } from '#app/db/schema/bank/index.ts'
import { listEvents } from '#app/services/audit/list-events.server.ts'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { addTeam, approve, publish, type Workplace, workplace } from '#tests/builders/bank.ts'

it('what was done is written down, in order, each entry sealing the one before', () => {
  const { bank } = published()
  const actions = bank
    .select()
    .from(auditEntries)
    .all()
    .map(({ action }) => action)
  expect(actions).toEqual([
    'module.created',
    'guarantee.asked',
    'guarantee.accepted',
    'guarantee.asked',
    'guarantee.accepted',
    'review.requested',
    'review.verdict',
    'module.published',
  ])
  expect(verifyTrail(bank, null).firstBroken).toBeNull()
})

it.each([
  ['person', "personId = 'someone'"],
  ['organisation', "organisationId = 'another'"],
  ['action', "action = 'module.read'"],
  ['object', "object = 'another'"],
  ['instant', 'at = at + 1'],
  ['detail', `details = replace(details, 'approved', 'changes-asked')`],
  ['seal', `seal = '${'0'.repeat(64)}'`],
  ['seal named', `previousSeal = '${'0'.repeat(64)}'`],
])('a %s changed afterwards is found, at the entry where it was changed', (_, change) => {
  const { bank } = published()
  bank.$client.exec(`update audit_entries set ${change} where sequence = 7`)
  expect(verifyTrail(bank, null).firstBroken).toBe(7)
})

it('an entry taken out is found', () => {
  const { bank } = published()
  bank.$client.exec('delete from audit_entries where sequence = 3')
  expect(verifyTrail(bank, null).firstBroken).toBe(4)
})

it('an entry taken off the end is found by whoever wrote down the last seal', () => {
  const { bank } = published()
  const { lastSeal } = verifyTrail(bank, null)
  expect(verifyTrail(bank, lastSeal)).toMatchObject({ firstBroken: null, knowsSeal: true })
  bank.$client.exec('delete from audit_entries where sequence = 8')
  expect(verifyTrail(bank, lastSeal)).toMatchObject({ firstBroken: null, knowsSeal: false })
})

it('of an organisation is read whole, with names, and nothing of another', () => {
  const place = published()
  const elsewhere = addTeam(place.bank, 'Ailleurs')
  expect([...listEvents(place.bank, elsewhere.organisationId)]).toEqual([])
  const events = [...listEvents(place.bank, place.organisationId)]
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(events.at(-1)).toMatchObject({
    action: 'module.published',
    person: place.people.publisher.name,
  })
})

function published(): Workplace {
  const place = workplace()
  approve(place)
  publish(place)
  return place
}
