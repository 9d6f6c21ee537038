import { accepts, type Row, refuses } from '../row.ts'
import { actor, group, plain } from '../sample.ts'

export const actors: readonly Row[] = [
  refuses('XAPI-00006', 'an actor that is a text', actor('Léa')),
  refuses('XAPI-00034', 'an actor without identifier', actor({ name: 'Léa' })),
  refuses(
    'XAPI-00034',
    'an actor with two identifiers',
    actor({ ...plain.actor, openid: 'https://lea.example.org' }),
  ),
  refuses(
    'XAPI-00031',
    'an actor of an unknown type',
    actor({ ...plain.actor, objectType: 'Person' }),
  ),
  refuses(
    'XAPI-00009 00031',
    'an actor type in lower case',
    actor({ ...plain.actor, objectType: 'agent' }),
  ),
  refuses('XAPI-00033', 'an actor whose name is a number', actor({ ...plain.actor, name: 3 })),
  refuses('XAPI-00038', 'an address without mailto:', actor({ mbox: 'lea@example.org' })),
  refuses('XAPI-00007 00038', 'mailto: without an address', actor({ mbox: 'mailto:lea' })),
  refuses('XAPI-00039', 'a SHA-1 that is too short', actor({ mbox_sha1sum: 'abc123' })),
  refuses('XAPI-00040', 'an OpenID that is no URI', actor({ openid: 'lea' })),
  refuses('XAPI-00042', 'an account without home page', actor({ account: { name: 'lea' } })),
  refuses(
    'XAPI-00011 00042',
    'an account whose home page is relative',
    actor({ account: { homePage: '/lms', name: 'lea' } }),
  ),
  refuses(
    'XAPI-00043',
    'an account without name',
    actor({ account: { homePage: 'https://lms.example.org' } }),
  ),
  refuses(
    'XAPI-00041',
    'an account with more than its two properties',
    actor({ account: { homePage: 'https://lms.example.org', name: 'lea', role: 'x' } }),
  ),
  refuses(
    'XAPI-00010',
    'an Agent with members',
    actor({ ...plain.actor, member: [plain.actor] }),
  ),
  refuses(
    'XAPI-00035 00037',
    'a Group with neither identifier nor member',
    actor({ objectType: 'Group' }),
  ),
  refuses(
    'XAPI-00035',
    'an anonymous Group without members',
    actor({ objectType: 'Group', member: [] }),
  ),
  refuses('XAPI-00036', 'a Group in a Group', actor({ objectType: 'Group', member: [group] })),
  refuses(
    'XAPI-00037',
    'a Group with two identifiers',
    actor({ objectType: 'Group', ...plain.actor, openid: 'https://lea.example.org' }),
  ),
  refuses(
    'XAPI-00036',
    'members that are no list',
    actor({ objectType: 'Group', member: plain.actor }),
  ),
  accepts(
    'XAPI-00037',
    'a group that has an identifier and no members',
    actor({ objectType: 'Group', ...plain.actor }),
  ),
  accepts('XAPI-00035 00036', 'a group without identifier', actor(group)),
  accepts(
    'XAPI-00041',
    'an account',
    actor({ account: { homePage: 'https://lms.example.org', name: '7' } }),
  ),
  accepts('XAPI-00039', 'a SHA-1 in capitals', actor({ mbox_sha1sum: 'A'.repeat(40) })),
]
