import type { Readable } from 'node:stream'
import type { Framework } from '#content-schema/competencies.ts'
import { readCase } from '../case/read-case.ts'
import { type DigcompDetails, isDigcomp, readDigcomp } from '../csv/read-digcomp.ts'
import { isMoodle, readMoodle } from '../csv/read-moodle.ts'
import { readTable } from '../csv/read-table.ts'
import { FrameworkFileError } from '../rncp/framework-file-error.ts'
import type { FrameworkFile } from './open-framework-file.server.ts'

/** What of these formats is held in memory, in bytes: the largest frameworks known take 10 MB. */
const largest = 32_000_000

/**
 * The one framework of a file that is not of the registers.
 *
 * @throws FrameworkFileError naming what is wrong with it
 */
export async function readFrameworkFile(
  file: FrameworkFile,
): Promise<Framework | DigcompDetails> {
  const bytes = await wholeOf(await file.open())
  if (file.format === 'case') return readCase(textOf(bytes))
  const table = readTable(bytes)
  if (isDigcomp(table)) return readDigcomp(table)
  if (isMoodle(table)) return readMoodle(table)
  throw new FrameworkFileError('framework.unknown-format')
}

async function wholeOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > largest) {
      const megabytes = largest / 1_000_000
      throw new FrameworkFileError('framework.too-long', { megabytes })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function textOf(bytes: Buffer): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(marked ? 'utf-16le' : 'utf-8').decode(bytes)
}
