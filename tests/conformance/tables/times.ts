import { accepts, type Row, refuses } from '../row.ts'
import { group, plain } from '../sample.ts'

export const times: readonly Row[] = [
  refuses('XAPI-00022 00123', 'a timestamp that is a day', {
    ...plain,
    timestamp: '2026-09-14',
  }),
  refuses('XAPI-00022', 'a timestamp that is a number', { ...plain, timestamp: 1_789_000_000 }),
  refuses('XAPI-00123', 'a day that does not exist', {
    ...plain,
    timestamp: '2026-02-30T09:00:00Z',
  }),
  refuses('XAPI-00123', 'an hour that does not exist', {
    ...plain,
    timestamp: '2026-09-14T25:00:00Z',
  }),
  refuses('XAPI-00123', 'an offset of minus zero', {
    ...plain,
    timestamp: '2026-09-14T09:00:00-00:00',
  }),
  refuses('XAPI-00023', 'a stored that is no timestamp', { ...plain, stored: 'now' }),
  refuses('XAPI-00101', 'a version of another line', { ...plain, version: '0.95' }),
  refuses('XAPI-00024', 'an authority without identifier', {
    ...plain,
    authority: { name: 'LMS' },
  }),
  refuses('XAPI-00024', 'an authority of one member', { ...plain, authority: group }),
  accepts('XAPI-00123', 'a timestamp without offset', {
    ...plain,
    timestamp: '2026-09-14T09:00:00',
  }),
  accepts('XAPI-00123', 'a timestamp of the basic form', {
    ...plain,
    timestamp: '20260914T090000.123+0200',
  }),
  accepts('XAPI-00123', 'a leap day', { ...plain, timestamp: '2028-02-29T23:59:59.999999Z' }),
  accepts('XAPI-00024', 'an authority that will be replaced', {
    ...plain,
    authority: { mbox: 'mailto:someone@else.example' },
  }),
  refuses('XAPI-00098', 'an authority of three members', {
    ...plain,
    authority: { objectType: 'Group', member: ['a', 'b', 'c'].map(member) },
  }),
  refuses('XAPI-00100', 'an authority of two that is no application and its user', {
    ...plain,
    authority: { objectType: 'Group', ...plain.actor, member: ['a', 'b'].map(member) },
  }),
]

function member(name: string): object {
  return { mbox: `mailto:${name}@example.org` }
}
