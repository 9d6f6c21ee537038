import { expect } from 'vitest'
import { accepts, type Row, refuses, row } from '../row.ts'
import { actor, defined, fresh, object, plain, ref, result, sub, verb } from '../sample.ts'

const named = { fr: 'Visite' }

/** Types of properties, one after the other; what may look odd and is taken. */
export const types: readonly Row[] = [
  refuses(
    'XAPI-00032',
    'an actor type that is a number',
    actor({ ...plain.actor, objectType: 1 }),
  ),
  refuses('XAPI-00059', 'a description that is a text', defined({ description: 'Visite' })),
  accepts(
    'XAPI-00056 00059',
    'names and descriptions',
    defined({ name: named, description: named }),
  ),
  accepts(
    'XAPI-00057 00060 00061',
    'a type, more information and extensions',
    defined({
      type: 'https://example.org/type',
      moreInfo: 'https://example.org/more',
      extensions: { 'https://example.org/x': [1, null] },
    }),
  ),
  refuses(
    'XAPI-00073',
    'a reference to a statement that does not say it is one',
    object({ id: ref.id }),
  ),
  accepts('XAPI-00072 00073', 'a reference to a statement', object(ref)),
  refuses(
    'XAPI-00078 00120',
    'extensions of a result that are a text',
    result({ extensions: 'x' }),
  ),
  refuses('XAPI-00080', 'a maximum that is a text', result({ score: { max: '20' } })),
  refuses('XAPI-00081', 'a minimum that is a text', result({ score: { min: '0' } })),
  refuses('XAPI-00083', 'a scaled score that is a text', result({ score: { scaled: '1' } })),
  refuses('XAPI-00090', 'a platform that is a number', { ...plain, context: { platform: 3 } }),
  refuses('XAPI-00034', 'an OpenID and an account at once', {
    ...plain,
    actor: {
      openid: 'https://lea.example.org',
      account: { homePage: 'https://lms.example.org', name: 'lea' },
    },
  }),
  refuses('XAPI-00066', 'a SubStatement without actor', object({ ...sub, actor: undefined })),
  refuses(
    'XAPI-00009',
    'the type of an object in lower case',
    object({ ...plain.object, objectType: 'activity' }),
  ),
  refuses('XAPI-00007 00044', 'an empty id of a verb', verb({ id: '' })),
  accepts(
    'XAPI-00046',
    'an object that says it is an Activity',
    object({ ...plain.object, objectType: 'Activity' }),
  ),
  ...['choices', 'scale', 'source', 'target', 'steps'].map((list) =>
    refuses(
      'XAPI-00064',
      `${list} without a type of interaction`,
      defined({ [list]: [{ id: 'a' }] }),
    ),
  ),
  refuses(
    'XAPI-00064',
    'right answers without a type of interaction',
    defined({ correctResponsesPattern: ['a'] }),
  ),
  accepts(
    'XAPI-00062',
    'a choice described in a language',
    defined({ interactionType: 'choice', choices: [{ id: 'a', description: named }] }),
  ),
  ...[
    'true-false',
    'fill-in',
    'long-fill-in',
    'numeric',
    'other',
    'likert',
    'performance',
    'sequencing',
  ].map((interactionType) =>
    accepts(
      'XAPI-00049',
      `an interaction of type ${interactionType}`,
      defined({ interactionType }),
    ),
  ),
]

/** What the server itself sets, and what it leaves as it was. */
export const kept: readonly Row[] = [
  row('XAPI-00002', 'keeps numbers as precise as they came', async (lrs) => {
    const told = fresh({
      result: { score: { min: 0.12123434, raw: 12.125, max: 45.45, scaled: -0.1234567 } },
    })
    await lrs.post(told)
    expect(await lrs.read(told.id)).toMatchObject({ result: told.result })
  }),
  row('XAPI-00015', 'reads and writes UTF-8', async (lrs) => {
    const told = fresh({ result: { response: 'Où ça ? 😀 汉字 \u0000' } })
    await lrs.post(told)
    const answer = await lrs.get({ statementId: told.id })
    expect(answer.headers.get('content-type')).toMatch(/charset=utf-8/)
    expect(await answer.json()).toMatchObject({ result: told.result })
  }),
  row('XAPI-00026', 'gives an id to a statement that has none', async (lrs) => {
    const [id] = await (await lrs.post(plain)).json()
    expect(await lrs.read(id)).toMatchObject({ id, verb: plain.verb })
  }),
  row(
    'XAPI-00097 00023',
    'says itself when a statement was stored, whatever it claims',
    async (lrs) => {
      const told = fresh({ stored: '1999-01-01T00:00:00.000Z' })
      expect((await lrs.post(told)).status).toBe(200)
      const { stored } = await lrs.read(told.id)
      expect(Date.parse(stored as string)).toBeGreaterThan(Date.now() - 60_000)
    },
  ),
  row('XAPI-00099', 'says itself who asserts a statement', async (lrs) => {
    const told = fresh()
    await lrs.post(told)
    const { authority } = await lrs.read(told.id)
    expect(authority).toMatchObject({ account: expect.anything() })
  }),
  row('XAPI-00122 00022', 'keeps a time to the millisecond', async (lrs) => {
    const told = fresh({ timestamp: '2026-09-14T09:00:00.123Z' })
    await lrs.post(told)
    const got = await lrs.read(told.id)
    expect(Date.parse(got.timestamp as string)).toBe(Date.parse('2026-09-14T09:00:00.123Z'))
    expect(got.stored).toMatch(/\.\d{3,}/)
  }),
  row('XAPI-00096', 'gives back one context activity as a list', async (lrs) => {
    const told = fresh({ context: { contextActivities: { parent: plain.object } } })
    await lrs.post(told)
    expect(await lrs.read(told.id)).toMatchObject({
      context: { contextActivities: { parent: [{ id: plain.object.id }] } },
    })
  }),
  row(
    'XAPI-00119',
    'keeps what is empty or null in extensions, by PUT as by POST',
    async (lrs) => {
      for (const value of [null, '', {}, []]) {
        const told = fresh({ result: { extensions: { 'https://example.org/x': value } } })
        expect((await lrs.put(told.id, told)).status).toBe(204)
        expect(await lrs.read(told.id)).toMatchObject({ result: told.result })
      }
    },
  ),
  row('XAPI-00332', 'keeps the version a statement came with', async (lrs) => {
    const version = lrs.version === '2.0.0' ? '2.0.0' : '1.0.2'
    const told = fresh({ version })
    await lrs.post(told)
    expect(await lrs.read(told.id)).toMatchObject({ version })
  }),
  row('XAPI-00330', 'changes nothing of what was told for a version', async (lrs) => {
    const told = fresh({ version: '1.0.0' })
    await lrs.post(told)
    expect(await lrs.read(told.id)).toMatchObject(told)
  }),
  row('XAPI-00142', 'never writes over the statement of an id', async (lrs) => {
    const told = fresh()
    await lrs.put(told.id, told)
    const other = { ...told, verb: { id: 'https://example.org/other' } }
    expect((await lrs.put(told.id, other)).status).toBe(409)
    expect((await lrs.post(other)).status).toBe(409)
    expect((await lrs.put(told.id, told)).status).toBe(204)
    expect(await lrs.read(told.id)).toMatchObject({ verb: plain.verb })
  }),
]
