import { accepts, type Row, refuses } from '../row.ts'
import { result, score } from '../sample.ts'

export const results: readonly Row[] = [
  refuses('XAPI-00006', 'a result that is a list', result([])),
  refuses('XAPI-00010', 'a result with an unknown property', result({ grade: 'A' })),
  refuses('XAPI-00074', 'success that is a text', result({ success: 'true' })),
  refuses('XAPI-00075', 'completion that is a number', result({ completion: 1 })),
  refuses('XAPI-00076', 'a response that is a number', result({ response: 4 })),
  refuses('XAPI-00077 00124', 'a duration in words', result({ duration: '5 minutes' })),
  refuses('XAPI-00077 00124', 'a duration without parts', result({ duration: 'P' })),
  refuses('XAPI-00077 00124', 'a duration that ends with T', result({ duration: 'P1DT' })),
  refuses('XAPI-00077 00124', 'a duration of weeks and days', result({ duration: 'P1W2D' })),
  refuses('XAPI-00077 00124', 'a negative duration', result({ duration: '-PT5M' })),
  refuses(
    'XAPI-00077 00124',
    'a fraction before the last part of a duration',
    result({ duration: 'PT1.5H3M' }),
  ),
  refuses('XAPI-00079', 'a score that is a number', score(12)),
  refuses('XAPI-00083', 'a scaled score above 1', score({ scaled: 1.01 })),
  refuses('XAPI-00083', 'a scaled score under -1', score({ scaled: -1.01 })),
  refuses('XAPI-00082', 'a score written as text', score({ raw: '12' })),
  refuses('XAPI-00082', 'a score under its minimum', score({ raw: -1, min: 0, max: 20 })),
  refuses('XAPI-00082', 'a score over its maximum', score({ raw: 21, max: 20 })),
  refuses('XAPI-00081', 'a minimum over the maximum', score({ min: 20, max: 0 })),
  refuses('XAPI-00010', 'a score with an unknown property', score({ average: 10 })),
  accepts(
    'XAPI-00001 00119',
    'null in an extension',
    result({ extensions: { 'https://example.org/x': null } }),
  ),
  accepts('XAPI-00082', 'a score without bounds', score({ raw: -40 })),
  accepts('XAPI-00124', 'a duration of weeks', result({ duration: 'P3W' })),
  accepts('XAPI-00124', 'a duration with a comma', result({ duration: 'PT4,5S' })),
]
