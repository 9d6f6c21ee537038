import type { Instance } from '#app/db/instance.server.ts'
import { hashOf } from '#app/services/modules/digest.server.ts'
import { openPreview } from '#app/services/play/open-package.server.ts'
import type { Identity } from '#packaging/index.ts'
import { acceptableIdentity } from './identity.server.ts'
import { sampleModule } from './sample-module.ts'

/**
 * Where a short module can be played with an identity that is not kept yet, in the real player.
 *
 * @throws UserError as `keepIdentity` does
 */
export function previewIdentity(
  instance: Instance,
  request: { identity: Identity; organisationId: string; language: 'fr' | 'en'; now: Date },
): Promise<string> {
  const content = sampleModule(request.language)
  const identity = acceptableIdentity(instance.bank, request)
  const about = { moduleId: 'identity', digest: hashOf(content), number: 0, frozenAt: made }
  return openPreview(instance, { ...request, identity, revision: { ...content, ...about } })
}

/** The dates in a preview say nothing; the same identity is then the same preview. */
const made = Date.UTC(2026, 0, 1)
