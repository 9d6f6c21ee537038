import type { Instance } from '#app/db/instance.server.ts'
import { editionSource, revisionSource } from '#app/services/exports/package-source.server.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { pageBeside, scolomfr, xmlDocument } from '#packaging/index.ts'
import type { PackageSource } from '#packaging/package-source.ts'
import type { DescribedModule } from './describe-module.server.ts'

type ShownFile = { digest: string; extension: string; mediaType: string; bytes: number }

/**
 * A module as people and catalogues read it: its last edition, or its draft where there is none.
 * `shown`: the files of the page, those of what it reuses too.
 */
export async function archivedPages(
  { bank, settings }: Instance,
  { draft, editions, home }: DescribedModule,
  organisationId: string,
): Promise<{ html: string; metadata: string; shown: ShownFile[] }> {
  const store = { bank, dataDir: settings.dataDir }
  const last = editions.at(-1)
  const digest = contentDigest(bank, draft)
  const unpublished = { ...draft, digest, number: 0, frozenAt: draft.savedAt }
  const found = last
    ? editionSource(store, last, organisationId)
    : revisionSource(store, unpublished, organisationId)
  const source: PackageSource = {
    ...found,
    moduleId: home.moduleId,
    organisation: home.organisation,
  }
  const language = source.facts.language.startsWith('fr') ? 'fr' : 'en'
  const paper = { format: 'print', reader: 'learner', language } as const
  const record = scolomfr({
    source,
    settings: { iriBase: home.bank, language },
    doc: readDocument(source.document),
    location: 'module.html',
  })
  return {
    html: await pageBeside(
      source,
      paper,
      ({ digest, extension }) => `../../assets/${digest}${extension}`,
    ),
    metadata: xmlDocument(record),
    shown: [...source.assets.values()],
  }
}
