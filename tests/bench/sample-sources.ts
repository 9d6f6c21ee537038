import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Instance, openInstance } from '#app/db/instance.server.ts'
import { organisations, people } from '#app/db/schema/bank/index.ts'
import { seedBank } from '#app/db/seed/seed-bank.server.ts'
import { readSettings } from '#app/env.server.ts'
import { revisionSource } from '#app/services/exports/package-source.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { freezeRevision } from '#app/services/modules/freeze-revision.server.ts'
import { listModules } from '#app/services/modules/list-modules.server.ts'
import type { Format, PackageSettings, PackageSource } from '#packaging/package-source.ts'
import { PublicationFields } from '#packaging/publication/read-publication.ts'

/** The modules of the sample bank as an export would take them, and a folder to work in. */
export type Samples = { sources: PackageSource[]; folder: string }

/** Fills a bank of its own, in a folder that is gone afterwards. */
export async function withSamples<Result>(
  use: (samples: Samples) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'grain-bench-'))
  const instance = openInstance(
    readSettings({ NODE_ENV: 'production', DATA_DIR: join(folder, 'data') }),
  )
  try {
    await seedBank(instance)
    return await use({ sources: sourcesOf(instance), folder })
  } finally {
    instance.bank.$client.close()
    instance.statements.$client.close()
    await rm(folder, { recursive: true })
  }
}

/** @throws RangeError when no sample has this code */
export function sampleNamed({ sources }: Samples, code: string): PackageSource {
  const found = sources.find(({ facts }) => facts.code === code)
  if (!found) throw new RangeError(`no sample is called ${code}`)
  return found
}

/** The one with the most bytes of media. */
export function largestSample({ sources }: Samples): PackageSource {
  return sources.reduce((most, each) => (mediaBytes(each) > mediaBytes(most) ? each : most))
}

export function settingsOf(
  format: Format,
  traces: PackageSettings['traces'] = null,
): PackageSettings {
  return {
    format,
    packageId: 'bench',
    publication: PublicationFields.parse({}),
    language: 'fr',
    iriBase: 'https://banque.example/xapi',
    traces,
  }
}

function mediaBytes({ assets }: PackageSource): number {
  return [...assets.values()].reduce((sum, { bytes }) => sum + bytes, 0)
}

function sourcesOf({ bank, settings }: Instance): PackageSource[] {
  const { id: organisationId } = bank.select().from(organisations).get()!
  const by = { personId: bank.select().from(people).get()!.id, now: new Date() }
  const store = { bank, dataDir: settings.dataDir }
  return listModules(bank, organisationId).map(({ id: moduleId }) => {
    const draft = findDraft(bank, { moduleId, organisationId })
    return revisionSource(store, freezeRevision(bank, draft, by), organisationId)
  })
}
