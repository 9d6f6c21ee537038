import { describe, expect, it } from 'vitest'
import {
  type KnownOfDeployment,
  type Reason,
  standingOf,
} from '#app/services/deployments/standing.ts'

const days = { today: '2026-03-10', near: '2026-05-09' }
const since = Date.UTC(2026, 1, 1)

/** Downloaded, of the latest edition, with nothing in it that ends. */
const sound: KnownOfDeployment = {
  retired: false,
  downloads: 1,
  thin: null,
  plays: '1.0',
  latest: '1.0',
  outdatedSince: null,
  replaced: false,
  guarantees: [{ aspect: 'content', endsOn: '2027-01-01' }],
  rights: [{ digest: 'a', title: 'Photo', until: '2027-01-01', inLatest: true }],
}
const old = { latest: '1.1', outdatedSince: since }
const photo = (until: string, inLatest = true) => ({
  rights: [{ digest: 'a', title: 'Photo', until, inLatest }],
})
const content = (endsOn: string) => ({ guarantees: [{ aspect: 'content' as const, endsOn }] })

/** What is known, and how it stands: `state: reasons → what to do`. */
const table: [string, Partial<KnownOfDeployment>, string][] = [
  ['of the latest edition', {}, 'current:'],
  ['that nobody took', { downloads: 0, ...old, ...photo('2026-01-01') }, 'unused:'],
  ['taken before this was counted', { downloads: null, ...old }, 'attention: outdated → renew'],
  ['that was put aside', { retired: true, ...old, ...photo('2026-01-01') }, 'retired:'],
  ['played from here, ended', { thin: 'over', ...old, ...content('2026-01-01') }, 'ended:'],
  ['of an edition before', old, 'attention: outdated → renew'],
  ['asked for again', { ...old, replaced: true }, 'attention: outdated → retire'],
  ['that follows by itself', { thin: 'played', plays: '1.1', latest: '1.1' }, 'current:'],
  ['that cannot follow', { thin: 'played', ...old }, 'attention: outdated-thin → renew'],
  [
    'that cannot follow, asked for again',
    { thin: 'played', ...old, replaced: true },
    'attention: outdated-thin → end',
  ],
  ['guaranteed until today', content('2026-03-10'), 'attention: guarantee-ending → guarantee'],
  [
    'guaranteed until yesterday',
    content('2026-03-09'),
    'attention: guarantee-ended → guarantee',
  ],
  ['guaranteed for 60 days', content('2026-05-09'), 'attention: guarantee-ending → guarantee'],
  ['guaranteed for 61 days', content('2026-05-10'), 'current:'],
  ['with a right until today', photo('2026-03-10'), 'attention: right-ending → right'],
  ['with a right that ended', photo('2026-03-09'), 'attention: right-ended → retire'],
  [
    'with a right that ended, played from here',
    { thin: 'played', ...photo('2026-03-09') },
    'attention: right-ended → end',
  ],
  [
    'with a right that ended, which the latest edition does without',
    { ...old, ...photo('2026-03-09', false) },
    'attention: right-ended outdated → renew',
  ],
  [
    'with a right that ended, which the latest edition still needs',
    { ...old, ...photo('2026-03-09') },
    'attention: right-ended outdated → retire',
  ],
  [
    'of an edition before, while a guarantee ends',
    { ...old, ...content('2026-04-01') },
    'attention: outdated guarantee-ending → renew',
  ],
  [
    'of an edition before, when a guarantee has ended: a new package would have none either',
    { ...old, ...content('2026-01-01') },
    'attention: guarantee-ended outdated → guarantee',
  ],
]

describe('a package', () => {
  it.each(table)('%s', (_, known, expected) => {
    const { state, reasons, todo } = standingOf({ ...sound, ...known }, days)
    const said = [`${state}:`, ...reasons.map(({ code }) => code), ...(todo ? ['→', todo] : [])]
    expect(said.join(' ')).toBe(expected)
  })

  it('says what ended, and when', () => {
    const known = { ...sound, ...old, ...photo('2026-03-09'), ...content('2026-04-01') }
    const reasons: Reason[] = [
      { code: 'right-ended', digest: 'a', title: 'Photo', day: '2026-03-09' },
      { code: 'outdated', latest: '1.1', since },
      { code: 'guarantee-ending', aspect: 'content', day: '2026-04-01' },
    ]
    expect(standingOf(known, days).reasons).toEqual(reasons)
  })
})
