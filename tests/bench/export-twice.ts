import { join } from 'node:path'
import { buildPackage, checkZip } from '#packaging/index.ts'
import { timeOf } from './in-turn.ts'
import { sampleNamed, settingsOf, withSamples } from './sample-sources.ts'

/**
 * Run alone, in a process of its own that has exported nothing yet: exports an edition and checks
 * the package, twice, and prints how long each took, in milliseconds.
 */
const times = await withSamples(async (samples) => {
  const source = sampleNamed(samples, 'choisir-un-extincteur')
  const once = async () => {
    const path = join(samples.folder, 'export.zip')
    await buildPackage(source, settingsOf('scorm-12'), path)
    await checkZip(path)
  }
  return [await timeOf(once), await timeOf(once)]
})
console.log(JSON.stringify(times))
