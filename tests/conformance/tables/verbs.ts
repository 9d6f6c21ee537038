import { accepts, type Row, refuses } from '../row.ts'
import { plain, verb } from '../sample.ts'

export const verbs: readonly Row[] = [
  refuses('XAPI-00006', 'a verb that is a text', verb('attended')),
  refuses('XAPI-00044', 'a verb without id', verb({ display: { fr: 'a assisté' } })),
  refuses('XAPI-00011 00044', 'a verb whose id is relative', verb({ id: 'attended' })),
  refuses(
    'XAPI-00045',
    'a verb whose display is a text',
    verb({ ...plain.verb, display: 'attended' }),
  ),
  refuses(
    'XAPI-00013 00121',
    'a language that is no tag',
    verb({ ...plain.verb, display: { a12345678: 'x' } }),
  ),
  refuses('XAPI-00121', 'a word that is no text', verb({ ...plain.verb, display: { fr: 4 } })),
  refuses(
    'XAPI-00010',
    'a verb with an unknown property',
    verb({ ...plain.verb, tense: 'past' }),
  ),
  refuses(
    'XAPI-00017 00019 00020',
    'voiding what is no reference',
    verb({ id: 'http://adlnet.gov/expapi/verbs/voided' }),
  ),
  accepts('XAPI-00045', 'an empty display', verb({ ...plain.verb, display: {} })),
  accepts(
    'XAPI-00121',
    'languages with script, region and private use',
    verb({
      ...plain.verb,
      display: { 'zh-Hant-TW': 'x', 'sr-Latn-RS-x-lms': 'y', 'i-klingon': 'z' },
    }),
  ),
]
