import { and, desc, eq, notInArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Bank } from '#app/db/client.server.ts'
import {
  apiTokens,
  deployments,
  editions,
  modules,
  packages,
  people,
  revisions,
  thinPackages,
} from '#app/db/schema/bank/index.ts'
import { daysOf } from '#app/services/guarantees/days.ts'
import type { Edition } from '#app/services/modules/find-module.server.ts'
import { endingPromises } from '#app/services/publication/ended-guarantees.server.ts'
import { editionsPlayed } from '#app/services/thin/editions-played.server.ts'
import { isOver } from '#app/services/thin/thin-packages.server.ts'
import { presetOf } from '#packaging/index.ts'
import type { Deployment } from './deployment.ts'
import { editionsOf, endingRights } from './editions-of.server.ts'
import { type KnownOfDeployment, standingOf } from './standing.ts'

type Asked = { organisationId: string; now: Date }

/** Every package of an organisation that could be taken, the last asked for first. */
export function readDeployments(
  bank: Bank,
  { organisationId, now }: Asked,
  isWanted: (row: { requestedBy: string; moduleId: string }) => boolean = () => true,
): Deployment[] {
  const known = knower(bank, { organisationId, now })
  const days = daysOf(now)
  return rowsOf(bank, organisationId)
    .filter(({ row, edition: { moduleId } }) =>
      isWanted({ requestedBy: row.requestedBy, moduleId }),
    )
    .map((found) => {
      const facts = known(found)
      return { ...said(found), plays: facts.plays, standing: standingOf(facts, days) }
    })
}

const replacements = alias(packages, 'replacements')
const retirers = alias(people, 'retirers')

function rowsOf(bank: Bank, organisationId: string) {
  const { id, format, traces, preset, sha256, note, requestedBy, requestedAt } = packages
  return bank
    .select({
      row: { id, format, traces, preset, sha256, note, requestedBy, requestedAt },
      deployment: deployments,
      edition: editions,
      code: modules.code,
      facts: revisions.facts,
      person: people.name,
      token: apiTokens.name,
      retirer: retirers.name,
      thin: thinPackages,
      replacement: replacements.id,
    })
    .from(packages)
    .innerJoin(deployments, eq(deployments.packageId, packages.id))
    .innerJoin(editions, eq(editions.id, packages.editionId))
    .innerJoin(revisions, eq(revisions.id, editions.revisionId))
    .innerJoin(modules, eq(modules.id, editions.moduleId))
    .innerJoin(people, eq(people.id, packages.requestedBy))
    .leftJoin(apiTokens, eq(apiTokens.id, packages.tokenId))
    .leftJoin(retirers, eq(retirers.id, deployments.retiredBy))
    .leftJoin(thinPackages, eq(thinPackages.packageId, packages.id))
    .leftJoin(
      replacements,
      and(
        eq(replacements.id, deployments.replacedBy),
        notInArray(replacements.state, ['cancelled', 'refused']),
      ),
    )
    .where(and(eq(modules.organisationId, organisationId), eq(packages.state, 'ready')))
    .orderBy(desc(packages.requestedAt), packages.id)
    .all()
}

type Row = ReturnType<typeof rowsOf>[number]

function said(found: Row): Omit<Deployment, 'plays' | 'standing'> {
  const { row, deployment, edition, code, facts, retirer } = found
  const { id: packageId, format, traces, note, requestedBy, requestedAt } = row
  const { recipient, lms, downloads, lastDownloadAt, retiredAt } = deployment
  return {
    ...{ packageId, format, traces, note, requestedBy, requestedAt, code, recipient },
    moduleId: edition.moduleId,
    title: facts.title,
    edition: numberOf(edition),
    sha256: row.sha256 ?? '',
    lms: lms || (presetOf(row.preset)?.name ?? ''),
    by: found.token ?? found.person,
    ...{ downloads, lastDownloadAt },
    replaced: found.replacement !== null,
    retired: retiredAt === null ? null : { at: retiredAt, by: retirer ?? '' },
  }
}

/** What each deployment of an organisation is judged by; what several share is read once. */
function knower(bank: Bank, { organisationId, now }: Asked) {
  const history = once((moduleId) => editionsOf(bank, moduleId))
  const guarded = once((key) => {
    const [moduleId = '', revisionId = ''] = key.split(' ')
    return endingPromises(bank, { moduleId, revisionId, now }).map((each) => ({
      ...{ aspect: each.aspect, endsOn: each.endsOn },
      ...(each.moduleId !== moduleId && { of: each.title }),
    }))
  })
  const rightsOf = endingRights(bank, organisationId)
  return ({ edition, thin, deployment, replacement }: Row): KnownOfDeployment => {
    const all = history(edition.moduleId)
    const plays = thin ? editionsPlayed(bank, edition).at(-1)! : edition
    const latest = all.at(-1)!
    const next = all[all.findIndex(({ id }) => id === plays.id) + 1]
    const shown = new Set(Object.keys(latest.rights))
    return {
      retired: deployment.retiredAt !== null,
      downloads: deployment.downloads,
      thin: thin && (isOver(thin, now) ? 'over' : 'played'),
      plays: numberOf(plays),
      latest: numberOf(latest),
      outdatedSince: next?.publishedAt ?? null,
      replaced: replacement !== null,
      guarantees: guarded(`${edition.moduleId} ${plays.revisionId}`),
      rights: rightsOf(plays).map((each) => ({ ...each, inLatest: shown.has(each.digest) })),
    }
  }
}

function once<Value>(read: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    if (!known.has(key)) known.set(key, read(key))
    return known.get(key)!
  }
}

function numberOf({ major, minor }: Pick<Edition, 'major' | 'minor'>): string {
  return `${major}.${minor}`
}
