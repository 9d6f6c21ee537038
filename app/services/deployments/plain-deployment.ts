import { dayIn } from '#app/services/guarantees/days.ts'
import type { LivingDeployment } from './deployment.ts'
import type { Reason } from './standing.ts'

/** A reason as programs read it: which term or edition, and since or until which day. */
export type PlainReason = { code: Reason['code']; what: string; day: string }

/** A deployment as programs read it; instants in UTC, days in Paris. */
export function plainDeployment(deployment: LivingDeployment) {
  const { edition, plays, format, traces, sha256, recipient, lms, note } = deployment
  const { packageId, code, title, by, requestedAt, lastDownloadAt, retired, life } = deployment
  const { state, reasons, todo } = deployment.standing
  return {
    ...{ id: packageId, module: code, title, edition, plays, format, traces, sha256 },
    ...{ recipient, lms, note, exportedBy: by, exportedAt: instant(requestedAt) },
    downloads: deployment.downloads,
    lastDownloadAt: lastDownloadAt === null ? null : instant(lastDownloadAt),
    retiredAt: retired === null ? null : instant(retired.at),
    ...{ life, state, reasons: reasons.map(plainReason), todo },
  }
}

function plainReason(reason: Reason): PlainReason {
  const { code } = reason
  if ('since' in reason)
    return { code, what: reason.latest, day: dayIn(new Date(reason.since)) }
  return { code, what: 'aspect' in reason ? reason.aspect : reason.title, day: reason.day }
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}
