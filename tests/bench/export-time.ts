import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildPackage, checkZip, extractZip } from '#packaging/index.ts'
import type { PackageSource } from '#packaging/package-source.ts'
import { compiled } from '#tests/builders/compiled.ts'
import { inTurn, median, timeOf } from './in-turn.ts'
import { atMost, context, type Measure, notMeasured } from './measure.ts'
import { largestSample, settingsOf, withSamples } from './sample-sources.ts'

const rounds = 9
const processes = 3
const bound = 1.3
/** Of the first export in a process that made none: the player is bundled, pictures have their widths. */
const againBound = 0.2
const name = 'export: the largest sample, SCORM 1.2'

/** An export in a process that made one before, against `zip -r` on the files that came out. */
export async function benchExportTime(): Promise<Measure[]> {
  return withSamples(async (samples) => {
    const { folder } = samples
    const source = largestSample(samples)
    const path = join(folder, 'export.zip')
    await build(source, path)
    const checked = await timesOfChecking(path)
    return [
      await againstZip(source, path, folder),
      await againstFirst(),
      context('export: opening it again and checking it', 'ms', checked),
    ]
  })
}

async function againstZip(
  source: PackageSource,
  path: string,
  folder: string,
): Promise<Measure> {
  if (!canZip()) return notMeasured(name, 'the command zip is not installed here')
  const files = join(folder, 'files')
  await extractZip(path, files)
  const zipped = join(folder, 'by-zip.zip')
  const times = await inTurn(
    rounds,
    () => timeOf(() => build(source, path)),
    async () => {
      await rm(zipped, { force: true })
      return timeOf(() => zip(files, zipped))
    },
  )
  const figures = { name, unit: 'ms', ours: median(times.ours), limit: median(times.limit) }
  return atMost(bound, { ...figures, note: 'limit: zip -r on the same files' })
}

/** The same edition a second time, its check included. */
async function againstFirst(): Promise<Measure> {
  const script = await compiled('tests/bench/export-twice.ts')
  const runs: [first: number, second: number][] = []
  for (let run = 0; run < processes; run += 1) runs.push(await inProcess(script))
  return atMost(againBound, {
    name: 'export: the same edition again, and its check',
    unit: 'ms',
    ours: median(runs.map(([, second]) => second)),
    limit: median(runs.map(([first]) => first)),
    note: 'limit: the first export of a process, and its check',
  })
}

async function inProcess(script: string): Promise<[number, number]> {
  const { stdout } = await promisify(execFile)(process.execPath, [script])
  return JSON.parse(stdout)
}

function build(source: PackageSource, path: string): Promise<unknown> {
  return buildPackage(source, settingsOf('scorm-12'), path)
}

async function timesOfChecking(path: string): Promise<number> {
  await checkZip(path)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await timeOf(() => checkZip(path)))
  return median(times)
}

function canZip(): boolean {
  return spawnSync('zip', ['-v'], { stdio: 'ignore' }).status === 0
}

async function zip(folder: string, path: string): Promise<void> {
  const [code] = await once(spawn('zip', ['-qr', path, '.'], { cwd: folder }), 'exit')
  if (code !== 0) throw new Error(`zip ended with ${code}`)
}
