import { beforeEach, expect, it } from 'vitest'
import { lrsCredentials } from '#app/db/schema/bank/index.ts'
import { authenticate, cacheMs } from '#app/lrs/credentials.server.ts'
import { giveKey, listKeys, takeBackKey } from '#app/services/lrs-keys/keys.server.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { basic } from './lrs/endpoint.ts'

let place: Workplace
let by: { organisationId: string; personId: string; now: Date }

beforeEach(() => {
  place = workplace()
  by = {
    ...{ organisationId: place.organisationId, personId: place.people.administrator.id, now },
  }
})

it('a key is given with its secret once, and listed afterwards without it', () => {
  const made = giveKey(place.bank, { ...by, label: 'Entrepôt', scope: 'read' })
  const { given } = listKeys(place.bank, by.organisationId)
  expect(given).toMatchObject([
    {
      key: made.key,
      label: 'Entrepôt',
      scope: 'read',
      madeBy: place.people.administrator.name,
    },
  ])
  expect(JSON.stringify(given)).not.toContain(made.secret)
  expect(JSON.stringify(place.bank.select().from(lrsCredentials).all())).not.toContain(
    made.secret,
  )
})

it('one that is taken back opens nothing half a second later, and is taken back once', async () => {
  const told = authenticate(place.bank)
  const made = giveKey(place.bank, { ...by, label: 'Entrepôt', scope: 'all' })
  expect(told(basic(made))).toMatchObject({ scope: 'all', moduleId: null })
  takeBackKey(place.bank, { ...by, key: made.key })
  await new Promise((resolve) => setTimeout(resolve, cacheMs + 50))
  expect(told(basic(made))).toBeNull()
  expect(() => takeBackKey(place.bank, { ...by, key: made.key })).toThrow(
    expect.objectContaining({ code: 'lrs-key.not-found' }),
  )
})

it('nobody gives so many that nobody knows any more what each is for', () => {
  for (let at = 0; at < 50; at += 1)
    giveKey(place.bank, { ...by, label: `n° ${at}`, scope: 'read' })
  const another = () => giveKey(place.bank, { ...by, label: 'de trop', scope: 'read' })
  expect(another).toThrow(expect.objectContaining({ code: 'lrs-key.too-many' }))
  takeBackKey(place.bank, { ...by, key: listKeys(place.bank, by.organisationId).given[0]!.key })
  expect(another).not.toThrow()
})
