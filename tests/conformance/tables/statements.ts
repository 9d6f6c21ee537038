import { accepts, type Row, refuses } from '../row.ts'
import { plain, uuid, without } from '../sample.ts'

export const statements: readonly Row[] = [
  refuses('XAPI-00006', 'a text instead of a statement', 'hello'),
  refuses('XAPI-00001', 'null instead of a statement', null),
  refuses('XAPI-00003 00004 00005', 'an empty statement', {}),
  refuses('XAPI-00003', 'no actor', without(plain, 'actor')),
  refuses('XAPI-00004', 'no verb', without(plain, 'verb')),
  refuses('XAPI-00005', 'no object', without(plain, 'object')),
  refuses('XAPI-00010', 'an unknown property', { ...plain, mood: 'good' }),
  refuses('XAPI-00008 00010', 'a property in the wrong case', { ...plain, Result: {} }),
  refuses('XAPI-00001', 'a null property', { ...plain, result: null }),
  refuses('XAPI-00027 00028', 'an id that is no UUID', { ...plain, id: 'first' }),
  refuses('XAPI-00029', 'an id with a digit too many', { ...plain, id: `${uuid}8` }),
  refuses('XAPI-00030', 'an id of another variant of UUID', {
    ...plain,
    id: uuid.replace('-9b', '-1b'),
  }),
  refuses('XAPI-00027', 'an id that is a number', { ...plain, id: 12 }),
  accepts('XAPI-00003 00004 00005', 'the least there can be', plain),
  accepts('XAPI-00030', 'a UUID in capitals', {
    ...plain,
    id: 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11',
  }),
]
