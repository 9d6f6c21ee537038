import { expect, it } from 'vitest'
import { readPackageLives } from '#app/services/analytics/index.server.ts'
import { learner, voiding } from '#tests/app/lrs/learner.ts'
import { told } from './told.ts'

/** Learners of the builders are there from 14 September 2026 on. */
const now = new Date('2026-11-01T09:00:00Z')

it('a package is alive by the last thing that each of its attempts said', async () => {
  const early = learner()
  const cameBack = learner({ ...early.attempt, daysLater: 40 })
  const late = learner({ daysLater: 45 })
  const other = learner({ packageId: 'package002' })
  const statements = await told([
    ...[early.starts(), cameBack.completes(), late.starts(), other.starts()],
    ...[learner({ daysLater: 10 }).starts()],
  ])
  expect([...readPackageLives(statements, { organisationId: 'one', now })]).toEqual([
    ['package001', { lastOn: '2026-10-29', in30Days: 2, in90Days: 3 }],
    ['package002', { lastOn: '2026-09-14', in30Days: 0, in90Days: 1 }],
  ])
  const later = new Date('2026-12-15T09:00:00Z')
  expect(
    readPackageLives(statements, { organisationId: 'one', now: later }).get('package002'),
  ).toEqual({ lastOn: '2026-09-14', in30Days: 0, in90Days: 0 })
  expect(readPackageLives(statements, { organisationId: 'two', now }).size).toBe(0)
})

it('what was voided shows no life', async () => {
  const start = learner().starts()
  const statements = await told([start, voiding(start.id) as never])
  expect(readPackageLives(statements, { organisationId: 'one', now }).size).toBe(0)
})
