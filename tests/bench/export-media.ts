import { createHash, randomFillSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buildPackage } from '#packaging/index.ts'
import type { PackagedAsset } from '#packaging/package-source.ts'
import { doc, video } from '#tests/builders/document.ts'
import { mostMemory } from '#tests/builders/most-memory.ts'
import {
  packageSettings,
  packageSource,
  files as sampleFiles,
} from '#tests/builders/package-source.ts'

/**
 * Run alone, in a process of its own: exports so many films of so many megabytes, so many times,
 * and prints the most bytes it ever held.
 * `node --import tsx export-media.ts <films> <megabytes each> <times>`
 */
const [films = 1, megabytes = 1, times = 1] = process.argv.slice(2).map(Number)
const chunkBytes = 64 * 1024

const assets = Array.from({ length: films }, (_, index) => film(index))
const shown = assets.map(({ digest }) => video({ asset: digest, captions: null, poster: null }))
const source = packageSource(doc(...shown))
for (const asset of assets) source.assets.set(asset.digest, asset)
const folder = await mkdtemp(join(tmpdir(), 'grain-bench-'))
for (let time = 0; time < times; time += 1)
  await buildPackage(source, packageSettings('scorm-12'), join(folder, 'export.zip'))
await rm(folder, { recursive: true })
console.log(mostMemory())

/** Random bytes: nothing compresses them, as nothing compresses a film. */
function film(index: number): PackagedAsset {
  const bytes = megabytes * 1_000_000
  const digest = createHash('sha256').update(`film ${index}`).digest('hex')
  return { ...sampleFiles.film, digest, bytes, open: () => Readable.from(randomChunks(bytes)) }
}

function* randomChunks(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= chunkBytes)
    yield randomFillSync(Buffer.allocUnsafe(Math.min(chunkBytes, left)))
}
