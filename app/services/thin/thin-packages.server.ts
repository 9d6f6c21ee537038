import { randomBytes } from 'node:crypto'
import { count, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import {
  editions,
  modules,
  packages,
  thinLearners,
  thinPackages,
} from '#app/db/schema/bank/index.ts'
import { endOfDay } from '#app/services/guarantees/days.ts'
import { type Edition, listEditions } from '#app/services/modules/find-module.server.ts'
import type { PackageSettings, ThinLimits } from '#packaging/package-source.ts'
import { editionsPlayed, numberOf } from './editions-played.server.ts'

export type ThinRow = typeof thinPackages.$inferSelect

/** A thin package with all that playing it takes. */
export type Thin = {
  thin: ThinRow
  row: typeof packages.$inferSelect
  /** The one inside the package. */
  edition: Edition
  organisationId: string
}

/** As whoever exported it sees it. */
export type ThinView = ThinLimits & {
  packageId: string
  /** Which edition is played now: `major.minor`. */
  plays: string
  /** The last that was published: not played while learners would lose what they did. */
  latest: string
  learners: number
  /** Why it is no longer played: somebody ended it, or its last day is past. */
  over: 'ended' | 'past' | null
  endedAt: number | null
}

/** Gives a package an address of its own. */
export function addThin(
  tx: Pick<Bank, 'insert'>,
  {
    packageId,
    endsOn = null,
    mostLearners = null,
  }: { packageId: string } & Partial<ThinLimits>,
): void {
  const thinId = randomBytes(16).toString('base64url')
  tx.insert(thinPackages).values({ packageId, thinId, endsOn, mostLearners }).run()
}

/** What a thin package has to know of its bank. An end that is set later stands in the bank alone. */
export function thinSettings(
  { bank, settings }: Instance,
  packageId: string,
): NonNullable<PackageSettings['thin']> {
  const { thinId } = bank
    .select()
    .from(thinPackages)
    .where(eq(thinPackages.packageId, packageId))
    .get()!
  const { delivery } = bank.select().from(packages).where(eq(packages.id, packageId)).get()!
  const endsOn = delivery?.thin?.endsOn ?? null
  return {
    address: `${settings.contentUrl}/thin/${thinId}/`,
    endsAt: endsOn === null ? null : endOfDay(endsOn).getTime(),
  }
}

/** Whose address it is; `null` when it is nobody's. */
export function findThin(bank: Bank, thinId: string): Thin | null {
  const found = bank
    .select({
      thin: thinPackages,
      row: packages,
      edition: editions,
      organisationId: modules.organisationId,
    })
    .from(thinPackages)
    .innerJoin(packages, eq(packages.id, thinPackages.packageId))
    .innerJoin(editions, eq(editions.id, packages.editionId))
    .innerJoin(modules, eq(modules.id, editions.moduleId))
    .where(eq(thinPackages.thinId, thinId))
    .get()
  return found ?? null
}

export function isOver(thin: ThinRow, now: Date): boolean {
  return whyOver(thin, now) !== null
}

function whyOver({ endsOn, endedAt }: ThinRow, now: Date): ThinView['over'] {
  if (endedAt !== null) return 'ended'
  return endsOn !== null && now > endOfDay(endsOn) ? 'past' : null
}

/** The thin packages made of a module. */
export function listThin(
  bank: Bank,
  { moduleId, now }: { moduleId: string; now: Date },
): ThinView[] {
  const [last] = listEditions(bank, moduleId)
  return bank
    .select({ thin: thinPackages, edition: editions })
    .from(thinPackages)
    .innerJoin(packages, eq(packages.id, thinPackages.packageId))
    .innerJoin(editions, eq(editions.id, packages.editionId))
    .where(eq(editions.moduleId, moduleId))
    .all()
    .map(({ thin, edition }) => {
      const { packageId, endsOn, mostLearners, endedAt } = thin
      return {
        ...{ packageId, endsOn, mostLearners, endedAt },
        over: whyOver(thin, now),
        learners: learnersOf(bank, packageId),
        plays: numberOf(editionsPlayed(bank, edition).at(-1)!),
        latest: numberOf(last!),
      }
    })
}

export function learnersOf(bank: Pick<Bank, 'select'>, packageId: string): number {
  const found = bank
    .select({ count: count() })
    .from(thinLearners)
    .where(eq(thinLearners.packageId, packageId))
    .get()
  return found?.count ?? 0
}
