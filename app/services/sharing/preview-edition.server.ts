import type { Instance } from '#app/db/instance.server.ts'
import { openPreview } from '#app/services/play/open-package.server.ts'
import type { ReachableEdition } from './visibility.server.ts'

/** Where an edition can be played for a while, on the second origin, as its organisation shows it. */
export function previewEdition(
  here: Instance,
  { revision, organisationId }: ReachableEdition,
  now: Date,
): Promise<string> {
  const language = revision.facts.language.startsWith('en') ? 'en' : 'fr'
  return openPreview(here, { revision, organisationId, language, now })
}
