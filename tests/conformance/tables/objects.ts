import { accepts, type Row, refuses } from '../row.ts'
import { defined, object, plain, ref, sub, uuid, without } from '../sample.ts'

export const objects: readonly Row[] = [
  refuses(
    'XAPI-00046',
    'an object of an unknown type',
    object({ ...plain.object, objectType: 'Thing' }),
  ),
  refuses('XAPI-00047', 'an Activity without id', object({ definition: {} })),
  refuses('XAPI-00011 00047', 'an Activity whose id is relative', object({ id: 'visite' })),
  refuses(
    'XAPI-00007',
    'an Activity whose id has a control character',
    object({ id: 'urn:x\u0001y' }),
  ),
  refuses(
    'XAPI-00010',
    'an Activity with an unknown property',
    object({ ...plain.object, name: 'x' }),
  ),
  refuses('XAPI-00065', 'an Agent that does not say it is one', object(plain.actor)),
  refuses(
    'XAPI-00034',
    'an Agent without identifier',
    object({ objectType: 'Agent', name: 'Léa' }),
  ),
  refuses('XAPI-00048', 'a definition that is a text', defined('visite')),
  refuses('XAPI-00010', 'a definition with an unknown property', defined({ title: 'x' })),
  refuses('XAPI-00056', 'a name that is a text', defined({ name: 'Visite' })),
  refuses('XAPI-00060', 'a type that is no IRI', defined({ type: 'meeting' })),
  refuses('XAPI-00061', 'more information that is no IRL', defined({ moreInfo: 'see there' })),
  refuses(
    'XAPI-00118',
    'an extension that is not named by an IRI',
    defined({ extensions: { level: 2 } }),
  ),
  refuses('XAPI-00057 00120', 'extensions that are a list', defined({ extensions: [] })),
  refuses('XAPI-00049', 'an unknown type of interaction', defined({ interactionType: 'drag' })),
  refuses(
    'XAPI-00049',
    'a type of interaction named after a property of objects',
    defined({ interactionType: 'constructor' }),
  ),
  refuses(
    'XAPI-00064',
    'choices without type of interaction',
    defined({ choices: [{ id: 'a' }] }),
  ),
  refuses(
    'XAPI-00049',
    'choices in a numeric interaction',
    defined({ interactionType: 'numeric', choices: [{ id: 'a' }] }),
  ),
  refuses(
    'XAPI-00049',
    'steps in a choice',
    defined({ interactionType: 'choice', steps: [{ id: 'a' }] }),
  ),
  refuses(
    'XAPI-00049',
    'two choices of one id',
    defined({ interactionType: 'choice', choices: [{ id: 'a' }, { id: 'a' }] }),
  ),
  refuses(
    'XAPI-00049',
    'a choice without id',
    defined({ interactionType: 'choice', choices: [{}] }),
  ),
  refuses(
    'XAPI-00062',
    'a choice described by a text',
    defined({ interactionType: 'choice', choices: [{ id: 'a', description: 'A' }] }),
  ),
  refuses(
    'XAPI-00006',
    'right answers that are no list',
    defined({ interactionType: 'true-false', correctResponsesPattern: 'true' }),
  ),
  refuses(
    'XAPI-00006',
    'right answers that are no texts',
    defined({ interactionType: 'true-false', correctResponsesPattern: [true] }),
  ),
  refuses('XAPI-00072', 'a reference without id', object({ objectType: 'StatementRef' })),
  refuses('XAPI-00027 00072', 'a reference to no UUID', object({ ...ref, id: 'first' })),
  refuses(
    'XAPI-00010',
    'a reference with an unknown property',
    object({ ...ref, definition: {} }),
  ),
  refuses('XAPI-00070', 'a SubStatement with an id', object({ ...sub, id: uuid })),
  refuses(
    'XAPI-00069',
    'a SubStatement with stored',
    object({ ...sub, stored: '2026-09-14T09:00:00Z' }),
  ),
  refuses('XAPI-00068', 'a SubStatement with a version', object({ ...sub, version: '1.0.0' })),
  refuses(
    'XAPI-00067',
    'a SubStatement with an authority',
    object({ ...sub, authority: plain.actor }),
  ),
  refuses('XAPI-00071', 'a SubStatement in a SubStatement', object({ ...sub, object: sub })),
  refuses('XAPI-00066', 'a SubStatement without verb', object(without(sub, 'verb'))),
  refuses(
    'XAPI-00066',
    'a SubStatement with a bad result',
    object({ ...sub, result: { success: 'yes' } }),
  ),
  accepts('XAPI-00047', 'an IRI beyond ASCII', object({ id: 'https://exemple.fr/visite/été' })),
  accepts('XAPI-00047', 'a URN', object({ id: 'urn:x-lms:course:7' })),
  accepts(
    'XAPI-00066',
    'a SubStatement with its own context',
    object({ ...sub, context: { revision: '2' } }),
  ),
  accepts(
    'XAPI-00049',
    'a whole interaction',
    defined({
      interactionType: 'matching',
      correctResponsesPattern: ['a[.]1'],
      source: [{ id: 'a' }],
      target: [{ id: '1', description: { fr: 'un' } }],
    }),
  ),
]
