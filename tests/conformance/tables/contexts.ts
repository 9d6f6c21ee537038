import { accepts, type Row, refuses } from '../row.ts'
import { context, object, plain, ref, uuid } from '../sample.ts'

export const contexts: readonly Row[] = [
  refuses('XAPI-00006', 'a context that is a text', context('at home')),
  refuses('XAPI-00010', 'a context with an unknown property', context({ place: 'home' })),
  refuses('XAPI-00027', 'a registration that is no UUID', context({ registration: 'mine' })),
  refuses(
    'XAPI-00087',
    'an instructor without identifier',
    context({ instructor: { name: 'Paul' } }),
  ),
  refuses('XAPI-00088', 'a team that is an Agent', context({ team: plain.actor })),
  refuses(
    'XAPI-00086',
    'context activities that are a list',
    context({ contextActivities: [] }),
  ),
  refuses(
    'XAPI-00093',
    'context activities in an unknown place',
    context({ contextActivities: { sibling: [plain.object] } }),
  ),
  refuses(
    'XAPI-00094',
    'a context activity that is an Agent',
    context({ contextActivities: { parent: [{ objectType: 'Agent', ...plain.actor }] } }),
  ),
  refuses('XAPI-00089', 'a revision that is a number', context({ revision: 2 })),
  refuses(
    'XAPI-00091',
    'a language that is no tag',
    context({ language: 'Français de France' }),
  ),
  refuses(
    'XAPI-00092',
    'a context statement that is no reference',
    context({ statement: { id: uuid } }),
  ),
  refuses('XAPI-00084', 'a revision of what is no Activity', {
    ...object({ objectType: 'Agent', ...plain.actor }),
    context: { revision: '2' },
  }),
  refuses('XAPI-00085', 'a platform of what is no Activity', {
    ...object(ref),
    context: { platform: 'LMS' },
  }),
  refuses('XAPI-00001', 'a null outside extensions', context({ language: null })),
  accepts(
    'XAPI-00096',
    'one context activity that is no list',
    context({ contextActivities: { parent: plain.object } }),
  ),
]
