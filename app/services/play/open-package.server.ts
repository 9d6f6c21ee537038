import { existsSync } from 'node:fs'
import { mkdir, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instance } from '#app/db/instance.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { packagePath } from '#app/services/exports/build-export.server.ts'
import { findPackage, isPlayed } from '#app/services/exports/find-package.server.ts'
import {
  type PreviewedRevision,
  revisionSource,
  withLogo,
} from '#app/services/exports/package-source.server.ts'
import { readIdentity } from '#app/services/identity/identity.server.ts'
import { hashOf } from '#app/services/modules/digest.server.ts'
import type { Draft } from '#app/services/modules/find-module.server.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { newId } from '#content-schema/identity.ts'
import {
  buildPackage,
  extractZip,
  type Identity,
  standardPublication,
} from '#packaging/index.ts'
import { leaveByEscape } from './leave-by-escape.server.ts'
import { playedFolder } from './played-folder.ts'
import { signPath } from './signed-path.ts'

/**
 * Extracts the very zip that can be downloaded, and gives the address, on the second origin, under
 * which it can be played for a few hours.
 */
export async function openPackage(
  instance: Instance,
  { packageId, organisationId, now }: { packageId: string; organisationId: string; now: Date },
): Promise<string> {
  const { bank, settings, signingKey } = instance
  const { row } = findPackage(bank, { packageId, organisationId })
  if (row.state !== 'ready' || !row.sha256) throw new UserError('package.not-ready', {}, 409)
  if (!isPlayed(row)) throw new UserError('package.not-played', {}, 409)
  const { dataDir } = settings
  const folder = playedFolder(dataDir, row.sha256)
  await extractZip(packagePath(dataDir, row.sha256), folder)
  await utimes(folder, now, now)
  return `${settings.contentUrl}/p/${signPath(signingKey, row.sha256, now)}`
}

/** A draft as a learner would see it now: as {@link openPreview}, for what is still being written. */
export function openDraftPreview(
  instance: Instance,
  { draft, ...request }: Omit<PreviewRequest, 'revision'> & { draft: Draft },
): Promise<string> {
  const { moduleId, facts, alignments, document, savedAt } = draft
  const digest = contentDigest(instance.bank, draft)
  const revision = {
    moduleId,
    facts,
    alignments,
    document,
    digest,
    number: 0,
    frozenAt: savedAt,
  }
  return openPreview(instance, { revision, ...request })
}

/** A revision as a learner would see it, in the real player, on the second origin. */
export async function openPreview(
  instance: Instance,
  { revision, organisationId, language, now, identity: asked }: PreviewRequest,
): Promise<string> {
  const { bank, settings, signingKey, iriBase } = instance
  const identity = asked ?? readIdentity(bank, organisationId)
  const look = identity ? `-${hashOf(identity).slice(0, 16)}` : ''
  const name = `preview-${revision.moduleId}-${revision.digest.slice(0, 32)}-${language}${look}`
  if (!existsSync(playedFolder(settings.dataDir, name))) {
    const store = { bank, dataDir: settings.dataDir }
    const plain = revisionSource(store, revision, organisationId)
    const source = withLogo(store, plain, { identity }, organisationId)
    const zip = join(settings.dataDir, 'arriving', newId())
    await mkdir(join(settings.dataDir, 'arriving'), { recursive: true })
    await buildPackage(
      source,
      {
        format: 'web',
        packageId: name,
        language,
        iriBase,
        publication: standardPublication(readDocument(source.document)),
        traces: null,
        ...(identity && { identity }),
      },
      zip,
    )
    await extractZip(zip, playedFolder(settings.dataDir, name))
    await leaveByEscape(playedFolder(settings.dataDir, name))
    await rm(zip)
  }
  await utimes(playedFolder(settings.dataDir, name), now, now)
  return `${settings.contentUrl}/p/${signPath(signingKey, name, now)}/files/index.html`
}

export type PreviewRequest = {
  revision: PreviewedRevision
  organisationId: string
  language: 'fr' | 'en'
  now: Date
  /** Instead of the organisation's own. */
  identity?: Identity
}
