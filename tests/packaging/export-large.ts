import { createHash, randomFillSync } from 'node:crypto'
import { Readable } from 'node:stream'
import { buildPackage } from '#packaging/index.ts'
import { doc, video } from '#tests/builders/document.ts'
import { mostMemory } from '#tests/builders/most-memory.ts'
import { files, packageSettings, packageSource } from '#tests/builders/package-source.ts'

/** Run alone, in a process of its own: exports 200 MB and prints the most memory it ever held. */
const megabyte = randomFillSync(Buffer.alloc(1_000_000))
const digest = createHash('sha256').update('large').digest('hex')
const source = packageSource(doc(video({ asset: digest, captions: null, poster: null })))
source.assets.set(digest, {
  ...files.film,
  digest,
  bytes: 200 * megabyte.length,
  open: () =>
    Readable.from(
      (function* () {
        for (let count = 0; count < 200; count += 1) yield megabyte
      })(),
    ),
})
await buildPackage(source, packageSettings('web'), process.argv[2] ?? '')
process.stdout.write(String(mostMemory()))
