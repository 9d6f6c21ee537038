import { licence as licenceOf } from '../licences/catalogue.ts'
import type { RightsRecord } from '../rights-record.ts'
import { judgeGrant } from './judge-grant.ts'
import { because, type Part, type Reason, type Use } from './reason.ts'

/** Today, and the last day that is near: `YYYY-MM-DD`. */
export type Days = { today: string; near: string }

/** What stands against using a part so, looked at by itself. */
export function judgePart(part: Part, use: Use, days: Days): Reason[] {
  const { rights } = part
  if (rights.licence === 'unknown')
    return [because(part, { code: 'rights.unknown', solutions: ['say-licence', 'replace'] })]
  return [
    ...ofTerm(part, days),
    ...ofPeople(part, days),
    ...(isException(rights) ? ofException(part, use) : judgeGrant(part, use)),
    ...ofCredit(part),
  ]
}

export function isException({ basis }: Pick<RightsRecord, 'basis'>): boolean {
  return basis === 'quotation' || basis === 'teaching'
}

function ofTerm(part: Part, { today, near }: Days): Reason[] {
  const { from, until } = part.rights
  if (from !== null && from > today)
    return [because(part, { code: 'rights.not-yet', params: { from }, solutions: ['replace'] })]
  if (until === null || until > near) return []
  const said = { params: { until }, solutions: ['extend-right', 'replace'] as const }
  return until < today
    ? [because(part, { ...said, code: 'rights.ended', solutions: [...said.solutions] })]
    : [
        because(part, {
          ...said,
          code: 'rights.ending',
          severity: 'warns',
          solutions: [...said.solutions],
        }),
      ]
}

/** Consent has an end of its own, and a minor's asks both parents. */
function ofPeople(part: Part, { today, near }: Days): Reason[] {
  const { people, release } = part.rights
  if (people === 'nobody') return []
  if (people === 'without-release')
    return [because(part, { code: 'rights.no-release', solutions: ['ask-release', 'replace'] })]
  const found: Reason[] = []
  if (release.minors === 'one-parent')
    found.push(
      because(part, { code: 'rights.one-parent', solutions: ['ask-parents', 'replace'] }),
    )
  const { until } = release
  if (until === null || until > near) return found
  const params = { until }
  const solutions: Reason['solutions'] = [{ code: 'ask-release' }, { code: 'replace' }]
  const said =
    until < today
      ? { code: 'rights.release-ended', params, solutions }
      : { code: 'rights.release-ending', severity: 'warns' as const, params, solutions }
  return [...found, because(part, said)]
}

/** A quotation or an extract for teaching: named, not sold, and never outside one's own walls. */
function ofException(part: Part, { reach, commercial }: Use): Reason[] {
  const { basis, source, authors } = part.rights
  const found: Reason[] = []
  if (reach !== 'organisation')
    found.push(
      because(part, {
        code: basis === 'quotation' ? 'rights.quotation-shared' : 'rights.teaching-shared',
        solutions: ['keep-inside', 'ask-authorisation', 'replace'],
      }),
    )
  else if (commercial && basis === 'teaching')
    found.push(
      because(part, {
        code: 'rights.teaching-commercial',
        solutions: ['not-commercial', 'ask-authorisation', 'replace'],
      }),
    )
  else
    found.push(
      because(part, {
        code: basis === 'quotation' ? 'rights.quotation' : 'rights.teaching',
        severity: 'warns',
        solutions: ['replace'],
      }),
    )
  if (source === '' || authors.length === 0)
    found.push(
      because(part, {
        code: 'rights.exception-unnamed',
        solutions: ['say-author', 'say-source'],
      }),
    )
  return found
}

/** Who made it, and the day its source was last updated, where its licence wants them named. */
function ofCredit(part: Part): Reason[] {
  const { licence, basis, authors, sourceUpdatedOn } = part.rights
  const requires = licenceOf(licence)?.requires
  const found: Reason[] = []
  const named = authors.length > 0 || isException({ basis })
  if (requires?.attribution && !named)
    found.push(
      because(part, {
        code: 'rights.without-author',
        severity: 'warns',
        solutions: ['say-author'],
      }),
    )
  if (requires?.updateDate && basis === 'licence' && sourceUpdatedOn === null)
    found.push(
      because(part, {
        code: 'rights.without-update-day',
        severity: 'warns',
        solutions: ['say-update-day'],
      }),
    )
  return found
}
