import type { Bank } from '#app/db/client.server.ts'
import { packages } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import {
  findDraft,
  findRevision,
  latestEdition,
  type ModuleKey,
} from '#app/services/modules/find-module.server.ts'
import { newId } from '#content-schema/identity.ts'
import { fileName, type Publication } from '#packaging/index.ts'
import { type Delivery, type ExportFormat, isPaper } from '#packaging/package-source.ts'

export type ExportRequest = ModuleKey & {
  format: ExportFormat
  /** What only some formats ask. */
  delivery?: Delivery
  language: 'fr' | 'en'
  /** What is proposed for the module, when nothing was decided. */
  publication?: Publication
  /** The LMS it is made for. */
  preset?: string | null
  note?: string
  /** Whether the package sends statements to this bank. */
  traces: boolean
  personId: string
  now: Date
  /** `building` when the caller makes it itself; the job leaves it alone. */
  state?: 'waiting' | 'building'
}

/**
 * Asks for a package of the latest edition; a job makes it.
 *
 * @returns the package's id
 * @throws UserError `export.not-published` (409)
 */
export function requestExport(bank: Bank, request: ExportRequest): string {
  const { format, language, traces, personId, organisationId, now } = request
  const { publication = null, preset = null, note = '', delivery = {} } = request
  return bank.transaction((tx) => {
    const { moduleId, facts } = findDraft(tx, request)
    const edition = latestEdition(tx, moduleId)
    if (!edition) throw new UserError('export.not-published', { title: facts.title }, 409)
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
        state: request.state ?? 'waiting',
        fileName: fileName({ facts: published, edition }, format, delivery),
        findings: [],
        requestedBy: personId,
        requestedAt: at,
      })
      .run()
    const details = {
      format,
      ...(preset && { preset }),
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
    return id
  })
}

/** Paper tells nobody of anyone, nor does a machine that everyone uses. */
function canTell(format: ExportFormat, { web }: Delivery): boolean {
  return !isPaper(format) && web?.variant !== 'kiosk'
}
