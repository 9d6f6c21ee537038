import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Puts aside on disk all that comes, until its end is known to be sound, then gives it back a few at
 * a time: a national register does not fit in memory, and half of it must not be kept.
 *
 * @param use is called once everything came; what was put aside is gone when it ends
 * @param most how many are given at once
 */
export async function spooled<T>(
  items: AsyncIterable<T>,
  most: number,
  use: (batches: AsyncIterable<T[]>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'grainotheque-spool-'))
  const path = join(folder, 'items')
  try {
    await pipeline(Readable.from(linesOf(items)), createWriteStream(path))
    await use(batches<T>(path, most))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* linesOf(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const item of items) yield `${JSON.stringify(item)}\n`
}

async function* batches<T>(path: string, most: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const line of createInterface({ input: createReadStream(path) })) {
    batch.push(JSON.parse(line))
    if (batch.length < most) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
