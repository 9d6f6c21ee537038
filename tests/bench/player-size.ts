import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { elementNames } from '#content-schema/schema.ts'
import { buildPackage } from '#packaging/index.ts'
import type { PackageSettings, PackageSource } from '#packaging/package-source.ts'
import { bundlePlayer } from '#packaging/player/bundle.ts'
import { unzip } from '#tests/builders/zip.ts'
import { atMost, type Measure, none } from './measure.ts'
import { largestSample, settingsOf, withSamples } from './sample-sources.ts'

const kilobyte = 1000
const traces = { endpoint: 'https://lrs.example/xapi', key: 'key', secret: 'secret' }

/** What a learner's browser loads besides the module: scripts and styles found in real packages. */
export async function benchPlayerSize(): Promise<Measure[]> {
  return withSamples(async (samples) => {
    const source = largestSample(samples)
    const shipped = (settings: PackageSettings) =>
      shippedSizes(source, settings, join(samples.folder, 'player.zip'))
    const bare = await shipped(settingsOf('scorm-12'))
    const traced = await shipped(settingsOf('scorm-12', traces))
    return [
      size('player: JavaScript of a sample, SCORM 1.2', bare.script, 15),
      size('player: CSS of a sample, SCORM 1.2', bare.styles, 8),
      size('player: JavaScript more to send statements', traced.script - bare.script, 12),
      ...(await everyElement()),
      await thirdParties(),
    ]
  })
}

/** The most that a module can need. */
async function everyElement(): Promise<Measure[]> {
  const parts = { format: 'scorm-12', traces: false, elements: elementNames } as const
  const { opening, script, styles } = await bundlePlayer(parts)
  const gzipped = (text: string) => gzipSync(text, { level: 9 }).length
  const both = gzipped(opening ?? '') + gzipped(script)
  return [
    size('player: JavaScript with every element', both, 15),
    size('player: CSS with every element', gzipped(styles), 8),
  ]
}

function size(name: string, bytes: number, kilobytes: number): Measure {
  return atMost(1, { name, unit: 'kB gzip', ours: bytes / kilobyte, limit: kilobytes })
}

/** Bytes, compressed file by file as a server would. */
async function shippedSizes(
  source: PackageSource,
  settings: PackageSettings,
  path: string,
): Promise<{ script: number; styles: number }> {
  await buildPackage(source, settings, path)
  const files = [...(await unzip(path))]
  const sum = (ending: string) =>
    files
      .filter(([name]) => name.endsWith(ending))
      .reduce((bytes, [, content]) => bytes + gzipSync(content, { level: 9 }).length, 0)
  return { script: sum('.js'), styles: sum('.css') }
}

/** Only what sends statements may bring code of others. */
async function thirdParties(): Promise<Measure> {
  const { inputs } = await bundlePlayer({
    format: 'scorm-12',
    traces: false,
    elements: elementNames,
  })
  const foreign = inputs.filter((path) => path.includes('node_modules/'))
  return none('player: third-party code without statements', 'files', foreign)
}
