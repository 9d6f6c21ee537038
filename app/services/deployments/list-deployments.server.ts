import type { Bank, StatementsDb } from '#app/db/client.server.ts'
import { type PackageLife, readPackageLives } from '#app/services/analytics/index.server.ts'
import { dayAfter, dayIn } from '#app/services/guarantees/days.ts'
import { readThinLives, type ThinLife } from '#app/services/thin/thin-lives.server.ts'
import { isThin } from '#packaging/package-source.ts'
import type { Deployment, DeploymentQuery, Life, LivingDeployment } from './deployment.ts'
import { readDeployments } from './read-deployments.server.ts'
import { gravity } from './standing.ts'

/** Deployments shown at a time. */
const pageSize = 50

export type DeploymentPage = {
  rows: LivingDeployment[]
  /** How many match, on all pages. */
  found: number
  /** How many there are, and how many of them somebody should look at. */
  total: number
  attention: number
  pages: number
  /** What they can be narrowed down to. */
  platforms: string[]
  modules: { code: string; title: string }[]
}

type Databases = { bank: Bank; statements: StatementsDb }
type Asked = Omit<DeploymentQuery, 'page'> & { organisationId: string; now: Date }

/** One page of the register. */
export function listDeployments(
  databases: Databases,
  { page, ...asked }: Asked & { page: number },
): DeploymentPage {
  const all = livingDeployments(databases, asked)
  const found = all.filter((each) => matches(each, asked))
  const titles = new Map(all.map(({ code, title }) => [code, title]))
  return {
    rows: found.slice((page - 1) * pageSize, page * pageSize),
    found: found.length,
    total: all.length,
    attention: all.filter(({ standing }) => standing.state === 'attention').length,
    pages: Math.max(1, Math.ceil(found.length / pageSize)),
    platforms: [...new Set(all.map(({ lms }) => lms))].filter(Boolean).sort(),
    modules: [...titles].map(([code, title]) => ({ code, title })),
  }
}

/** All that match, what needs somebody first. */
export function findDeployments(databases: Databases, asked: Asked): LivingDeployment[] {
  return livingDeployments(databases, asked).filter((each) => matches(each, asked))
}

function livingDeployments(
  { bank, statements }: Databases,
  { organisationId, now }: { organisationId: string; now: Date },
): LivingDeployment[] {
  const told = readPackageLives(statements, { organisationId, now })
  const opened = readThinLives(bank, organisationId)
  return readDeployments(bank, { organisationId, now })
    .map((each) => {
      const { packageId } = each
      const life = lifeOf(
        each,
        { told: told.get(packageId), opened: opened.get(packageId) },
        now,
      )
      return { ...each, life }
    })
    .sort((a, b) => pressing(a) - pressing(b))
}

/** What learners let know of a package, by its statements or by opening it here. */
function lifeOf(
  { traces, format }: Deployment,
  { told, opened }: { told: PackageLife | undefined; opened: ThinLife | undefined },
  now: Date,
): Life {
  const thin = isThin(format)
  const days = [
    ...(told ? [told.lastOn] : []),
    ...(opened?.lastOpenedAt ? [dayIn(new Date(opened.lastOpenedAt))] : []),
  ]
  const lastOn = days.sort().at(-1) ?? null
  const counts = {
    in30Days: traces ? (told?.in30Days ?? 0) : null,
    in90Days: traces ? (told?.in90Days ?? 0) : null,
    learners: thin ? (opened?.learners ?? 0) : null,
  }
  if (!traces && !thin) return { state: 'unknown', lastOn: null, ...counts }
  if (lastOn === null) return { state: 'never', lastOn, ...counts }
  return { state: lastOn > dayAfter(now, -90) ? 'alive' : 'quiet', lastOn, ...counts }
}

/** The gravest first; those that want nothing keep the order they came in. */
function pressing({ standing: { state, reasons } }: Deployment): number {
  if (state !== 'attention') return 99
  return gravity(reasons[0]!)
}

function matches(deployment: LivingDeployment, { q, show, life, lms, module }: Asked): boolean {
  const words = folded(q).split(/\s+/).filter(Boolean)
  const { title, code, recipient, note, by, sha256 } = deployment
  const text = folded([title, code, recipient, note, by, deployment.lms, sha256].join(' '))
  return (
    isShown(deployment, show) &&
    (life === null || deployment.life.state === life) &&
    (lms === '' || deployment.lms === lms) &&
    (module === '' || code === module) &&
    words.every((word) => text.includes(word))
  )
}

function isShown({ standing: { state } }: Deployment, show: DeploymentQuery['show']): boolean {
  const left = state === 'retired' || state === 'ended'
  if (show === null) return !left
  if (show === 'retired') return left
  return show === 'all' || state === show
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe')
}
