import { join } from 'node:path'
import { deliveryRights } from '#app/services/delivery-rights/delivery-rights.server.ts'
import { editionSource } from '#app/services/exports/package-source.server.ts'
import { latestEdition } from '#app/services/modules/find-module.server.ts'
import { whereUsed } from '#app/services/reuse/where-used.server.ts'
import { newId } from '#content-schema/identity.ts'
import { buildPackage, checkZip } from '#packaging/index.ts'
import { approve, draftOf, keyOf, now, publish, save, workplace } from '#tests/builders/bank.ts'
import { section, storedDoc } from '#tests/builders/document.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { pathOf, publishedModule } from '#tests/builders/path.ts'
import { inTurn, median, timeOf } from './in-turn.ts'
import { atMost, context, type Measure } from './measure.ts'
import { settingsOf } from './sample-sources.ts'

const modules = 200
const rounds = 7
const most = 0.1

/**
 * A path of 200 modules: where one of them is used, down to packages, and what stands against
 * handing the path out, beside making a package of it.
 */
export async function benchReuse(): Promise<Measure[]> {
  const here = openFolder()
  try {
    const { bank, settings } = here
    const place = workplace(bank)
    const used = Array.from({ length: modules }, (_, index) =>
      publishedModule(place, `module-${index}`),
    )
    const path = pathOf(place, 'parcours', [])
    const rows = used.map((module) => {
      const { digest } = bank.$client
        .prepare('select digest from revisions where moduleId = ?')
        .get(module.moduleId) as { digest: string }
      const seen = { moduleId: module.moduleId, edition: '1.0', digest }
      return { type: 'moduleRow', attrs: { id: newId(), ...seen } }
    })
    save(path, { document: storedDoc(section('', ...rows)) })
    approve(path)
    publish(path)
    const edition = latestEdition(bank, draftOf(path).moduleId)!
    const { organisationId } = path
    const use = { reach: 'public', commercial: true } as const
    const users = () => whereUsed(bank, { ...keyOf(used[100]!), now })
    const rights = () => deliveryRights(bank, { edition, organisationId, use, now })
    const store = { bank, dataDir: settings.dataDir }
    const out = join(settings.dataDir, 'parcours.zip')
    const build = async () => {
      await buildPackage(
        editionSource(store, edition, organisationId),
        settingsOf('scorm-2004-4'),
        out,
      )
      await checkZip(out)
    }
    if (users().users.length !== 1) throw new Error('the path is not among the users')
    await build()
    const both = async () => {
      users()
      rights()
    }
    const times = await inTurn(
      rounds,
      () => timeOf(both),
      () => timeOf(build),
    )
    return [
      atMost(most, {
        name: `reuse: where-used and rights of a path of ${modules} modules`,
        ...{ unit: 'ms', ours: median(times.ours), limit: median(times.limit) },
        note: 'limit: the export of the path, checked as every export is',
      }),
      context('reuse: where-used alone', 'ms', await timeOf(async () => users())),
    ]
  } finally {
    removeFolder(here)
  }
}
