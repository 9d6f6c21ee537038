import { expect } from 'vitest'
import { voiding } from '#tests/app/lrs/learner.ts'
import { type Row, row } from '../row.ts'
import { fresh } from '../sample.ts'

export const voided: readonly Row[] = [
  row(
    'XAPI-00018 00019 00155 00157',
    'gives a voided statement to who asks for it as voided only',
    async (lrs) => {
      const told = fresh()
      await lrs.post(told)
      expect((await lrs.get({ voidedStatementId: told.id })).status).toBe(404)
      expect((await lrs.post(voiding(told.id))).status).toBe(200)
      expect((await lrs.get({ statementId: told.id })).status).toBe(404)
      const asked = await lrs.get({ voidedStatementId: told.id })
      expect(await asked.json()).toMatchObject({ id: told.id })
    },
  ),
  row('XAPI-00016', 'does not take out what takes out', async (lrs) => {
    const told = fresh()
    const first = voiding(told.id)
    await lrs.post(told)
    await lrs.post(first)
    await lrs.post(voiding(first.id))
    expect((await lrs.get({ statementId: first.id })).status).toBe(200)
    expect((await lrs.get({ statementId: told.id })).status).toBe(404)
  }),
  row('XAPI-00163', 'leaves what was voided out of lists', async (lrs) => {
    const told = fresh()
    await lrs.post(told)
    await lrs.post(voiding(told.id))
    const found = await lrs.find({ agent: JSON.stringify(told.actor) })
    expect(found.map(({ id }) => id)).not.toContain(told.id)
  }),
  row('XAPI-00162', 'still lists what refers to a voided statement', async (lrs) => {
    const verb = { id: `https://example.org/${fresh().id}` }
    const told = fresh({ verb })
    const about = fresh({ object: { objectType: 'StatementRef', id: told.id } })
    const taking = voiding(told.id)
    for (const each of [told, about, taking]) await lrs.post(each)
    const found = (await lrs.find({ verb: verb.id })).map(({ id }) => id)
    expect(found.sort()).toEqual([about.id, taking.id].sort())
  }),
]
