import { accepts, type Row, refuses } from '../row.ts'
import { context, group, plain } from '../sample.ts'

const tutor = {
  objectType: 'contextAgent',
  agent: { mbox: 'mailto:tuteur@example.org' },
  relevantTypes: ['https://example.org/tutor'],
}
const team = { objectType: 'contextGroup', group }
const others = { contextAgents: [tutor], contextGroups: [team] }

/** What version 2.0 has more than 1.0.3. It has no published numbers of its own. */
export const secondVersion: readonly Row[] = [
  accepts('', 'who else took part', context(others), ['2.0.0']),
  refuses('XAPI-00010', 'who else took part, which only 2.0 knows', context(others), ['1.0.3']),
  ...Object.entries({
    'a context agent of another type': { contextAgents: [{ ...tutor, objectType: 'Agent' }] },
    'a context agent without agent': { contextAgents: [{ objectType: 'contextAgent' }] },
    'no kind of part at all': { contextAgents: [{ ...tutor, relevantTypes: [] }] },
    'a kind of part that is no IRI': { contextAgents: [{ ...tutor, relevantTypes: ['x'] }] },
    'a context group that is an agent': { contextGroups: [{ ...team, group: plain.actor }] },
    'a context group with an unknown property': { contextGroups: [{ ...team, role: 'x' }] },
    'context agents that are no list': { contextAgents: tutor },
  }).map(([says, given]) => refuses('', says, context(given), ['2.0.0'])),
  refuses(
    'XAPI-00101',
    'a statement of 2.0 in a request of 1.0.3',
    { ...plain, version: '2.0.0' },
    ['1.0.3'],
  ),
]
