import { existsSync } from 'node:fs'
import { mkdir, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, isNull } from 'drizzle-orm'
import type { Instance } from '#app/db/instance.server.ts'
import { lrsCredentials } from '#app/db/schema/bank/index.ts'
import { createCredential } from '#app/lrs/index.server.ts'
import { revisionSource, withLogo } from '#app/services/exports/package-source.server.ts'
import { readIdentity } from '#app/services/identity/identity.server.ts'
import { findRevision } from '#app/services/modules/find-module.server.ts'
import { playedFolder } from '#app/services/play/played-folder.ts'
import { sayWhere } from '#app/services/play/say-where.server.ts'
import { signPath } from '#app/services/play/signed-path.ts'
import { organisationOf } from '#app/services/reuse/content-digest.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { newId } from '#content-schema/identity.ts'
import { buildPackage, extractZip, standardPublication } from '#packaging/index.ts'
import { consentOf } from './consent.server.ts'
import { findTakingPart } from './find-trial.server.ts'
import { beginModule } from './taking-part.server.ts'

/**
 * The revision of a session, in the real player on the second origin, made for one participant: it
 * tells our LRS what they do under a key that is theirs alone, or nothing where they did not agree.
 *
 * @returns its address, good for a few hours
 * @throws UserError `trial.not-found` (404), `trial.not-open` (409)
 */
export async function openTrialPlayer(
  here: Instance,
  { participantId, now }: { participantId: string; now: Date },
): Promise<string> {
  const { bank, settings, signingKey } = here
  beginModule(bank, { participantId, now })
  const traced = consentOf(bank, participantId).includes('traces')
  const name = `trial-${participantId}-${traced ? 'traced' : 'plain'}`
  const folder = playedFolder(settings.dataDir, name)
  if (!existsSync(join(folder, 'where.js')))
    await unpack(here, { participantId, traced, folder, now })
  await utimes(folder, now, now)
  return `${settings.contentUrl}/p/${signPath(signingKey, name, now)}/files/index.html`
}

type Copy = { participantId: string; traced: boolean; folder: string; now: Date }

async function unpack(
  here: Instance,
  { participantId, traced, folder, now }: Copy,
): Promise<void> {
  const { bank, settings, iriBase } = here
  const { participant, trial } = findTakingPart(bank, participantId)
  const revision = findRevision(bank, trial.revisionId)
  const ownerId = organisationOf(bank, trial.moduleId)
  const identity = readIdentity(bank, ownerId)
  const store = { bank, dataDir: settings.dataDir }
  const plain = revisionSource(store, revision, ownerId)
  const arriving = join(settings.dataDir, 'arriving')
  const zip = join(arriving, newId())
  const publication = standardPublication(readDocument(plain.document))
  await mkdir(arriving, { recursive: true })
  await rm(folder, { recursive: true, force: true })
  await buildPackage(
    withLogo(store, plain, { identity }, ownerId),
    {
      format: 'web',
      packageId: `trial-${participant.id}`,
      language: revision.facts.language === 'en' ? 'en' : 'fr',
      iriBase,
      // Remarks are left beside the module, where the session gathers them.
      publication: { ...publication, learnerRemarks: false },
      traces: traced ? tracesFor(here, participantId, trial.organisationId, now) : null,
      ...(identity && { identity }),
    },
    zip,
  )
  await extractZip(zip, folder)
  await rm(zip)
  await sayWhere(folder)
}

/** A key of their own that only adds; the one of an earlier copy opens nothing any more. */
function tracesFor(
  { bank, settings }: Instance,
  participantId: string,
  organisationId: string,
  now: Date,
) {
  return bank.transaction((tx) => {
    tx.update(lrsCredentials)
      .set({ revokedAt: now.getTime() })
      .where(
        and(eq(lrsCredentials.participantId, participantId), isNull(lrsCredentials.revokedAt)),
      )
      .run()
    const key = createCredential(tx, { organisationId, scope: 'add', participantId, now })
    return { endpoint: `${settings.publicUrl}/xapi`, ...key }
  })
}
