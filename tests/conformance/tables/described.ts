import { expect } from 'vitest'
import type { Lrs } from '../lrs.ts'
import { type Row, row } from '../row.ts'
import { fresh } from '../sample.ts'

const person = async (lrs: Lrs, agent: object) =>
  (await lrs.send('GET', '/agents', { query: { agent: JSON.stringify(agent) } })).json()

const account = { homePage: 'https://lms.example.org', name: 'lea' }
const sha1 = 'a'.repeat(40)

export const agents: readonly Row[] = [
  row(
    'XAPI-00236 00237 00238 00239 00244 00245 00246 00248',
    'describes an agent as a Person',
    async (lrs) => {
      const { actor } = fresh()
      await lrs.post(fresh({ actor: { ...actor, name: 'Zoé' } }))
      expect(await person(lrs, actor)).toEqual({
        objectType: 'Person',
        name: ['Zoé'],
        mbox: [actor.mbox],
      })
    },
  ),
  row(
    'XAPI-00240 00241 00242 00247',
    'describes an agent that it never heard of, each identifier in a list',
    async (lrs) => {
      const openid = `https://example.org/${fresh().id}`
      for (const [name, value] of Object.entries({ mbox_sha1sum: sha1, openid, account }))
        expect(await person(lrs, { [name]: value })).toEqual({
          objectType: 'Person',
          [name]: [value],
        })
    },
  ),
  row('XAPI-00243 00249', 'wants an agent, and a right one', async (lrs) => {
    expect((await lrs.send('GET', '/agents')).status).toBe(400)
    for (const agent of ['lea', '{}', '{"mbox":"lea"}', '[]'])
      expect((await lrs.send('GET', '/agents', { query: { agent } })).status).toBe(400)
  }),
]

export const activities: readonly Row[] = [
  row('XAPI-00251 00252 00253 00254', 'tells all that was said of an activity', async (lrs) => {
    const activityId = `https://example.org/${fresh().id}`
    for (const name of [{ fr: 'Visite' }, { en: 'Visit' }])
      await lrs.post(fresh({ object: { id: activityId, definition: { name } } }))
    const answer = await lrs.send('GET', '/activities', { query: { activityId } })
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        objectType: 'Activity',
        id: activityId,
        definition: { name: { fr: 'Visite', en: 'Visit' } },
      },
    ])
  }),
  row('XAPI-00250', 'wants an activity', async (lrs) => {
    expect((await lrs.send('GET', '/activities')).status).toBe(400)
    const query = { activityId: 'visite' }
    expect((await lrs.send('GET', '/activities', { query })).status).toBe(400)
  }),
]
