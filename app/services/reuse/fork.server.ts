import type { Bank } from '#app/db/client.server.ts'
import { origins } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { findRevision, type ModuleKey } from '#app/services/modules/find-module.server.ts'
import { listCodes } from '#app/services/modules/list-codes.server.ts'
import { freeCode } from '#app/services/modules/propose-code.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import { licence as licenceOf } from '#content-schema/licences/catalogue.ts'
import { adoptFiles } from './adopt-files.server.ts'
import { organisationOf } from './content-digest.server.ts'
import { usedModule } from './resolved.server.ts'
import { reusableEdition } from './reusable.server.ts'

type Forking = ModuleKey & { title: string; author: { id: string; name: string }; now: Date }

/**
 * Makes a module from the latest edition of another, and says so for good: its elements keep their
 * ids, so that later editions of the origin can be compared. Gives the new module's id.
 *
 * @param forking `moduleId` is an id: the origin may be another organisation's
 * @throws UserError `reuse.unreachable` (404), `reuse.no-adapting` (409) where its licence forbids it
 */
export function forkModule(bank: Bank, { title, author, now, ...key }: Forking): string {
  const { organisationId, moduleId: originModuleId } = key
  return bank.transaction((tx) => {
    const found = reusableEdition(tx, { ...key, digest: null })
    if (typeof found === 'string') throw new UserError('reuse.unreachable', {}, 404)
    const revision = findRevision(tx, found.revisionId)
    const { facts } = revision
    const ours = organisationOf(tx, originModuleId) === organisationId
    if (!ours && !licenceOf(facts.licence)?.permits.adapt)
      throw new UserError('reuse.no-adapting', { title: facts.title }, 409)
    const code = freeCode(title, listCodes(tx, organisationId))
    const { language, kind } = facts
    const made = { title, code, language, author, organisationId, kind, now }
    const moduleId = createModule(tx, made)
    const by = { personId: author.id, organisationId, now }
    adoptFiles(tx, { ...by, revision })
    const { document, alignments } = revision
    const own = { ...facts, title, code, authors: [author.name] }
    const change = { document, alignments: ours ? alignments : [], facts: own }
    saveDraft(tx, { ...by, moduleId, baseVersion: null, change })
    const { organisation } = usedModule(tx, found.revisionId)
    tx.insert(origins)
      .values({
        ...{ moduleId, originModuleId, digest: found.digest, edition: found.edition },
        ...{ title: facts.title, authors: facts.authors, licence: facts.licence },
        ...{ organisation: organisation.name, forkedBy: author.id, forkedAt: now.getTime() },
      })
      .run()
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId: author.id, object: moduleId },
      action: 'module.forked',
      details: { origin: originModuleId, digest: found.digest },
    })
    return moduleId
  })
}
