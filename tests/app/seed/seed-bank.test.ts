import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { instanceValues, modules, people } from '#app/db/schema/bank/index.ts'
import { seedWhenEmpty } from '#app/db/seed/seed-bank.server.ts'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { listModules } from '#app/services/modules/list-modules.server.ts'
import { readBankQuery } from '#app/services/search/bank-query.ts'
import { searchBank } from '#app/services/search/search-bank.server.ts'
import { listPublic } from '#app/services/sharing/visibility.server.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'

let here: Instance

beforeEach(() => {
  here = openFolder()
})
afterEach(() => removeFolder(here))

it('an empty bank gets three published modules and five sign-ins', async () => {
  const signIns = await seedWhenEmpty(here)
  expect(signIns.map(({ role }) => role)).toHaveLength(5)
  const [organisation] = findOrganisations(here.bank)
  const listed = listModules(here.bank, organisation!.id)
  expect(listed.map(({ state, edition }) => [state, edition])).toEqual(
    Array(3).fill(['published', '1.0']),
  )
})

it('a second organisation shares three more with it, under three licences', async () => {
  await seedWhenEmpty(here)
  const [first] = findOrganisations(here.bank)
  const found = searchBank(here.bank, {
    ...readBankQuery(new URLSearchParams()),
    organisationId: first!.id,
  })
  const shared = found.rows.filter(({ organisation }) => organisation !== null)
  expect(shared.map(({ code, edition }) => [code, edition]).sort()).toEqual([
    ['alerter-les-secours', '1.0'],
    ['proteger-ses-mains', '1.0'],
    ['transmettre-les-consignes', '1.0'],
  ])
  const open = listPublic(here.bank, { limit: 10 }).modules
  expect(open.map((each) => each.state === 'public' && each.licence?.id).sort()).toEqual([
    'cc-by-sa-4.0',
    'etalab-2.0',
  ])
})

it('samples that were cut off half-way are made again at the next start', async () => {
  await seedWhenEmpty(here)
  here.bank.insert(instanceValues).values({ name: 'unfinishedSamples', value: 'then' }).run()
  const before = here.bank.select().from(modules).all()
  await seedWhenEmpty(here)
  const after = here.bank.select().from(modules).all()
  expect(after).toHaveLength(6)
  expect(after.map(({ id }) => id)).not.toEqual(before.map(({ id }) => id))
  expect(here.bank.select().from(people).all()).toHaveLength(7)
  expect(here.bank.$client.pragma('foreign_key_check')).toEqual([])
})

it('a server that others can reach gets no sample', async () => {
  const open = { ...here, settings: { ...here.settings, loopback: false } }
  expect(await seedWhenEmpty(open)).toEqual([])
  expect(here.bank.select().from(people).all()).toEqual([])
})
