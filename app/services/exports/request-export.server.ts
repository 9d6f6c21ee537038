import type { Bank } from '#app/db/client.server.ts'
import { packages, packageUses } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { deliveryRights } from '#app/services/delivery-rights/delivery-rights.server.ts'
import { addDeployment } from '#app/services/deployments/add-deployment.server.ts'
import { readIdentity } from '#app/services/identity/identity.server.ts'
import {
  findDraft,
  findRevision,
  latestEdition,
  type ModuleKey,
} from '#app/services/modules/find-module.server.ts'
import { guaranteesAtExport } from '#app/services/publication/ended-guarantees.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { addThin } from '#app/services/thin/thin-packages.server.ts'
import { newId } from '#content-schema/identity.ts'
import type { Use } from '#content-schema/rights/reason.ts'
import { fileName, type Publication } from '#packaging/index.ts'
import { type Delivery, type ExportFormat, isPaper, isThin } from '#packaging/package-source.ts'

export type ExportRequest = ModuleKey & {
  format: ExportFormat
  /** What only some formats ask. */
  delivery?: Delivery
  language: 'fr' | 'en'
  /** What is proposed for the module, when nothing was decided. */
  publication?: Publication
  /** As the organisation looks and speaks, where it says how; so unless it is not wanted. */
  themed?: boolean
  /** The LMS it is made for. */
  preset?: string | null
  note?: string
  /** The client, the site or the session that it is for, and where it will run. */
  recipient?: string
  lms?: string
  /** Who will have it, and whether it is sold: what its rights are judged for. */
  use?: Use
  /** Whether the package sends statements to this bank. */
  traces: boolean
  personId: string
  /** The token of the program that asks; its maker is `personId`. */
  tokenId?: string | undefined
  now: Date
  /** `building` when the caller makes it itself; the job leaves it alone. */
  state?: 'waiting' | 'building'
}

/**
 * Asks for a package of the latest edition; a job makes it.
 *
 * @returns the package's id
 * @throws UserError `export.not-published` (409), `export.rights` (422) where a right stands against it,
 *   `export.guarantee` (422) where a guarantee has ended and the profile refuses
 */
export function requestExport(bank: Bank, request: ExportRequest): string {
  const { format, language, traces, personId, organisationId, now } = request
  const { publication = null, preset = null, note = '', delivery = {}, themed = true } = request
  const { tokenId = null, recipient = '', lms = '', use = ownUse } = request
  return bank.transaction((tx) => {
    const { moduleId, facts } = findDraft(tx, request)
    const edition = latestEdition(tx, moduleId)
    if (!edition) throw new UserError('export.not-published', { title: facts.title }, 409)
    refuseRights(tx, { edition, organisationId, use, now })
    refuseEnded(tx, { edition, now })
    const id = newId()
    const at = now.getTime()
    const published = findRevision(tx, edition.revisionId).facts
    tx.insert(packages)
      .values({
        id,
        editionId: edition.id,
        format,
        language,
        traces: traces && canTell(format, delivery),
        ...{ publication, preset, note, delivery },
        identity: themed ? readIdentity(tx, organisationId) : null,
        state: request.state ?? 'waiting',
        fileName: fileName({ facts: published, edition }, format, delivery),
        findings: [],
        requestedBy: personId,
        tokenId,
        requestedAt: at,
      })
      .run()
    tx.insert(packageUses)
      .values({ packageId: id, ...use })
      .run()
    addDeployment(tx, { packageId: id, recipient, lms })
    if (isThin(format)) addThin(tx, { packageId: id, ...delivery.thin })
    const details = {
      format,
      ...(preset && { preset }),
      ...(recipient && { recipient }),
      ...(tokenId && { tokenId }),
      ...(use.commercial && { use: 'commercial' }),
      ...(use.reach !== 'organisation' && { reach: use.reach }),
      edition: `${edition.major}.${edition.minor}`,
      packageId: id,
    }
    recordEvent(tx, {
      at,
      organisationId,
      personId,
      action: 'package.exported',
      object: moduleId,
      details,
    })
    indexModule(tx, moduleId, now)
    return id
  })
}

/** What nobody said otherwise stays inside, and is not sold. */
const ownUse: Use = { reach: 'organisation', commercial: false }

function refuseRights(
  tx: Pick<Bank, 'select'>,
  asked: Parameters<typeof deliveryRights>[1],
): void {
  const against = deliveryRights(tx, asked).filter(({ severity }) => severity === 'blocks')
  const count = against.length
  if (count > 0)
    throw new UserError('export.rights', { count, title: String(against[0]?.params?.title) })
}

/** What is played already goes on; nothing new goes out where the profile says so. */
function refuseEnded(
  tx: Parameters<typeof guaranteesAtExport>[0],
  asked: Parameters<typeof guaranteesAtExport>[1],
): void {
  const { policy, ended } = guaranteesAtExport(tx, asked)
  const [first] = ended
  if (policy !== 'refused' || !first) return
  const { title, endsOn: day } = first
  const who = [...new Set(ended.map((each) => each.who))].join(', ')
  throw new UserError('export.guarantee', { title, day, who })
}

/** Paper tells nobody of anyone, nor does a machine that everyone uses. */
function canTell(format: ExportFormat, { web }: Delivery): boolean {
  return !isPaper(format) && web?.variant !== 'kiosk'
}
