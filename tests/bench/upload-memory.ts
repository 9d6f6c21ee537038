import { existsSync, readFileSync } from 'node:fs'
import { samplePeople } from '#app/db/seed/people.ts'
import { samplePassword } from '#app/db/seed/seed-bank.server.ts'
import { type Browser, discard, startServer } from '#tests/builders/server.ts'
import { announce, sendPart, takeIn } from '#tests/builders/upload.ts'
import { atMost, type Measure, notMeasured } from './measure.ts'

const mebibyte = 1024 ** 2
/** What a page sends in one request. */
const partBytes = 16 * mebibyte
/** Peaks of the very same uploads differ by some per cent. */
const mostGrowth = 1.15

/**
 * The most memory that the server ever takes while a file of 1 GB arrives and is looked at. Beside
 * it, the same bytes as sixteen files: only the size of the file differs.
 */
export async function benchUploadMemory(): Promise<Measure[]> {
  const name = 'memory: upload of 1 GB beside 16 times 64 MB'
  if (!existsSync('/proc/self/status'))
    return [notMeasured(name, 'only Linux tells a process’s peak')]
  const limit = await peakOf(16, 64)
  const ours = await peakOf(1, 1024)
  return [atMost(mostGrowth, { name, unit: 'MB', ours, limit })]
}

/** @returns megabytes */
async function peakOf(files: number, mebibytes: number): Promise<number> {
  const server = await startServer()
  try {
    const designer = server.browser()
    await designer.signIn(samplePeople[0]!.email, samplePassword)
    for (let file = 0; file < files; file += 1) await sendText(designer, file, mebibytes)
    const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8')
    return (Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024) / 1_000_000
  } finally {
    await discard(server)
  }
}

async function sendText(designer: Browser, number: number, mebibytes: number): Promise<void> {
  const bytes = mebibytes * mebibyte
  const address = (await announce(designer, bytes, 'a.txt')).headers.get('Location')!
  const part = Buffer.alloc(partBytes, `texte ${number} `)
  for (let offset = 0; offset < bytes; offset += partBytes)
    await sendPart(designer, address, part, offset)
  const { status } = await takeIn(designer, address)
  if (status !== 201) throw new Error(`the file was refused with ${status}`)
}
