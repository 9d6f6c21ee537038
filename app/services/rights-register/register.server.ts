import { and, eq, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  assetRights,
  assets,
  deployments,
  editions,
  modules,
  packages,
} from '#app/db/schema/bank/index.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { listUses } from '#app/services/assets/uses.server.ts'
import { daysOf } from '#app/services/guarantees/days.ts'
import { modulesGuardedBy } from '#app/services/guarantees/read-guarantees.server.ts'
import { endOfRights } from '#content-schema/rights/end-of-rights.ts'
import { isException } from '#content-schema/rights/judge-part.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import {
  type ElementState,
  elementStates,
  type RegisterQuery,
  type ThirdPartyElement,
} from './third-party.ts'

/** Elements shown at a time. */
const pageSize = 50

export type RegisterPage = {
  rows: ThirdPartyElement[]
  found: number
  total: number
  attention: number
  pages: number
}

type Organisation = { organisationId: string; now: Date }
type Asked = Omit<RegisterQuery, 'page'> & Organisation

/** One page of the elements that an organisation borrows. */
export function listThirdParty(
  bank: Bank,
  { page, ...asked }: Asked & { page: number },
): RegisterPage {
  const all = readThirdParty(bank, asked)
  const found = all.filter((each) => matches(each, asked))
  return {
    rows: found.slice((page - 1) * pageSize, page * pageSize),
    found: found.length,
    total: all.length,
    attention: all.filter(needsAttention).length,
    pages: Math.max(1, Math.ceil(found.length / pageSize)),
  }
}

/** All that match, what needs somebody first. */
export function findThirdParty(bank: Bank, asked: Asked): ThirdPartyElement[] {
  return readThirdParty(bank, asked).filter((each) => matches(each, asked))
}

/**
 * The elements in use whose right ends soon or has ended, and that concern a person: they answer for
 * them, recorded them, wrote a module that shows them, or guard one.
 */
export function endingRightsOf(
  bank: Bank,
  { personId, organisationId, now }: Organisation & { personId: string },
): ThirdPartyElement[] {
  const own = new Set([
    ...modulesGuardedBy(bank, { personId, organisationId }),
    ...modulesWrittenBy(bank, { personId, organisationId }),
  ])
  return readThirdParty(bank, { organisationId, now }).filter(
    ({ state, rights, modules: shown, packages: out, recordedBy }) =>
      (state === 'ended' || state === 'ending') &&
      (shown.length > 0 || out > 0) &&
      (rights.guarantorId === personId ||
        recordedBy === personId ||
        shown.some(({ moduleId }) => own.has(moduleId))),
  )
}

function modulesWrittenBy(
  bank: Bank,
  { personId, organisationId }: { personId: string; organisationId: string },
): string[] {
  return bank
    .select({ id: modules.id })
    .from(modules)
    .where(and(eq(modules.organisationId, organisationId), eq(modules.authorId, personId)))
    .all()
    .map(({ id }) => id)
}

function readThirdParty(bank: Bank, { organisationId, now }: Organisation) {
  const uses = listUses(bank, organisationId)
  const out = packagesOut(bank, organisationId)
  const named = new Map(listMembers(bank, { organisationId }).map(({ id, name }) => [id, name]))
  return bank
    .select({
      digest: assets.digest,
      mediaType: assets.mediaType,
      rights: assetRights.record,
      recordedBy: assetRights.changedBy,
    })
    .from(assetRights)
    .innerJoin(assets, eq(assets.digest, assetRights.digest))
    .where(eq(assetRights.organisationId, organisationId))
    .all()
    .filter(({ rights }) => isThirdParty(rights))
    .map((row): ThirdPartyElement => {
      const shown = uses.get(row.digest) ?? []
      const titles = new Map(shown.map((use) => [use.moduleId, use.moduleTitle]))
      return {
        ...row,
        state: stateOf(row.rights, now),
        guarantor: named.get(row.rights.guarantorId ?? '') ?? null,
        modules: [...titles].map(([moduleId, title]) => ({ moduleId, title })),
        packages: out.get(row.digest) ?? 0,
      }
    })
    .sort(
      (a, b) =>
        elementStates.indexOf(a.state) - elementStates.indexOf(b.state) ||
        (endOfRights(a.rights) ?? '9').localeCompare(endOfRights(b.rights) ?? '9') ||
        a.rights.title.localeCompare(b.rights.title),
    )
}

/** Our own work is nobody else's, unless somebody can be recognised in it. */
function isThirdParty({ basis, people: seen }: RightsRecord): boolean {
  return basis !== 'own-work' || seen !== 'nobody'
}

/** In how many packages that are still used each file went out, by its SHA-256. */
function packagesOut(bank: Bank, organisationId: string): Map<string, number> {
  const counts = new Map<string, number>()
  const rows = bank
    .select({ rights: editions.rights })
    .from(packages)
    .innerJoin(deployments, eq(deployments.packageId, packages.id))
    .innerJoin(editions, eq(editions.id, packages.editionId))
    .innerJoin(modules, eq(modules.id, editions.moduleId))
    .where(
      and(
        eq(modules.organisationId, organisationId),
        eq(packages.state, 'ready'),
        isNull(deployments.retiredAt),
      ),
    )
    .all()
  for (const { rights } of rows)
    for (const digest of Object.keys(rights)) counts.set(digest, (counts.get(digest) ?? 0) + 1)
  return counts
}

function stateOf(rights: RightsRecord, now: Date): ElementState {
  const { today, near } = daysOf(now)
  const end = endOfRights(rights)
  if (end !== null && end < today) return 'ended'
  if (rights.people === 'without-release') return 'no-release'
  if (rights.licence === 'unknown') return 'unknown'
  return end !== null && end <= near ? 'ending' : 'fine'
}

function needsAttention({ state }: ThirdPartyElement): boolean {
  return state !== 'fine'
}

function matches(element: ThirdPartyElement, { q, show, basis }: Asked): boolean {
  const { rights } = element
  const words = folded(q).split(/\s+/).filter(Boolean)
  const text = folded(
    [
      ...[rights.title, ...rights.authors, rights.holder, rights.source, rights.proof],
      ...element.modules.map(({ title }) => title),
    ].join(' '),
  )
  return (
    (basis === null || rights.basis === basis) &&
    isShown(element, show) &&
    words.every((word) => text.includes(word))
  )
}

function isShown(element: ThirdPartyElement, show: RegisterQuery['show']): boolean {
  if (show === null) return true
  if (show === 'attention') return needsAttention(element)
  if (show === 'exception') return isException(element.rights)
  if (show === 'people') return element.rights.people !== 'nobody'
  return element.state === show
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe')
}
