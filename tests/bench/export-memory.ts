import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { compiled } from '#tests/builders/compiled.ts'
import { inTurn, median } from './in-turn.ts'
import { atMost, context, type Measure } from './measure.ts'

const rounds = 3
const mostMegabytes = 250
/** Runs of the very same export differ by some per cent. */
const mostGrowth = 1.1

/** Films, megabytes of each, and how often they are exported. */
type Media = [films: number, megabytes: number, times: number]

/**
 * The most memory that exporting 200 MB and 1 GB of media ever takes: in one file, which is streamed, and in
 * many that are read whole. Beside it, a tenth of that ten times over, so that as much passes
 * through both processes and only the size of the module differs.
 */
export async function benchExportMemory(): Promise<Measure[]> {
  return [
    ...(await compared('one film', [1, 200, 1], [1, 20, 10])),
    ...(await compared('films of 10 MB', [20, 10, 1], [2, 10, 10])),
    ...(await gigabyte('one film', [1, 1000, 1])),
    ...(await gigabyte('films of 10 MB', [100, 10, 1])),
    context('memory: 20 MB once, one film', 'MB', await peakOf([1, 20, 1])),
    context('memory: 20 MB once, films of 10 MB', 'MB', await peakOf([2, 10, 1])),
  ]
}

async function compared(what: string, large: Media, small: Media): Promise<Measure[]> {
  const peaks = await inTurn(
    rounds,
    () => peakOf(large),
    () => peakOf(small),
  )
  const [ours, limit] = [median(peaks.ours), median(peaks.limit)]
  const peak = { name: `memory: export of 200 MB, ${what}`, unit: 'MB', ours }
  const growth = { name: `memory: 200 MB beside ten times 20 MB, ${what}`, unit: 'MB' }
  return [
    atMost(1, { ...peak, limit: mostMegabytes }),
    atMost(mostGrowth, { ...growth, ours, limit }),
  ]
}

async function gigabyte(what: string, media: Media): Promise<Measure[]> {
  const ours = await peakOf(media)
  const name = `memory: export of 1 GB, ${what}`
  return [atMost(1, { name, unit: 'MB', ours, limit: mostMegabytes })]
}

/** @returns megabytes; the reader of TypeScript is not in them */
async function peakOf(media: Media): Promise<number> {
  const script = await compiled('tests/bench/export-media.ts')
  const child = spawn(process.execPath, [script, ...media.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [code]] = await Promise.all([text(child.stdout!), once(child, 'exit')])
  if (code !== 0) throw new Error(`the export ended with ${code}`)
  return Number(said) / 1_000_000
}
