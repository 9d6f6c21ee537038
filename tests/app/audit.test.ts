import { expect, it } from 'vitest'
import { auditEntries } from '#app/db/schema/bank/index.ts'
import { findBrokenSeal } from '#app/services/audit/record-event.server.ts'
import { approve, publish, type Workplace, workplace } from '#tests/builders/bank.ts'

it('what was done is written down, in order, each entry sealing the one before', () => {
  const { bank } = published()
  const actions = bank
    .select()
    .from(auditEntries)
    .all()
    .map(({ action }) => action)
  expect(actions).toEqual([
    'module.created',
    'guarantee.recorded',
    'guarantee.recorded',
    'review.requested',
    'review.verdict',
    'module.published',
  ])
  expect(findBrokenSeal(bank)).toBeNull()
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
  bank.$client.exec(`update audit_entries set ${change} where sequence = 5`)
  expect(findBrokenSeal(bank)).toBe(5)
})

it('an entry taken out is found', () => {
  const { bank } = published()
  bank.$client.exec('delete from audit_entries where sequence = 3')
  expect(findBrokenSeal(bank)).toBe(4)
})

function published(): Workplace {
  const place = workplace()
  approve(place)
  publish(place)
  return place
}
