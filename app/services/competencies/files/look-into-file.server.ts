import { Readable } from 'node:stream'
import type { UserError } from '#app/http/user-error.ts'
import { asUserError } from '#app/http/user-error.ts'
import type { FrameworkKind } from '#content-schema/competencies.ts'
import { inWords } from '../import-framework.server.ts'
import { type EntrySummary, summariesOf } from '../rncp/read-rncp.server.ts'
import { type FrameworkFile, openFrameworkFile } from './open-framework-file.server.ts'
import { readFrameworkFile } from './read-framework-file.server.ts'

/** What stands in a file, to choose from before anything of it is imported. */
export type FileContent =
  | { format: 'register'; entries: EntrySummary[] }
  | {
      format: 'framework'
      kind: FrameworkKind
      code: string
      title: string
      licence: string
      blocks: number
      competencies: number
      criteria: number
    }
  | { format: 'details'; criteria: number }

/** How far the reading of a file has come. */
export type FileReading =
  | { state: 'reading'; share: number }
  | { state: 'refused'; refusal: Pick<UserError, 'code' | 'params'> }
  | { state: 'read'; content: FileContent }

const readings = new Map<string, FileReading>()

/** Files whose content is kept at once: that of the national register takes some 10 MB. */
const most = 4

/**
 * Looks into a file that stands at `path`. The first to ask begins the reading, and all see how
 * far it has come: 120 MB take some seconds. After a restart it is read again.
 */
export function lookIntoFile(path: string): FileReading {
  const known = readings.get(path)
  if (known) return known
  const oldest = readings.keys().next()
  if (readings.size >= most && !oldest.done) readings.delete(oldest.value)
  const begun: FileReading = { state: 'reading', share: 0 }
  readings.set(path, begun)
  void read(path, (share) => {
    begun.share = share
  }).then((reading) => readings.set(path, reading))
  return begun
}

async function read(path: string, onShare: (share: number) => void): Promise<FileReading> {
  try {
    const content = await inWords(async () => contentOf(await openFrameworkFile(path), onShare))
    return { state: 'read', content }
  } catch (error) {
    const refused = asUserError(error)
    if (!refused) console.error(error)
    const { code, params } = refused ?? { code: 'server.failed' as const, params: {} }
    return { state: 'refused', refusal: { code, params } }
  }
}

async function contentOf(
  file: FrameworkFile,
  onShare: (share: number) => void,
): Promise<FileContent> {
  if (file.format === 'register')
    return { format: 'register', entries: await entriesIn(file, onShare) }
  const found = await readFrameworkFile(file)
  if ('details' in found) {
    const criteria = [...found.details.values()].reduce((sum, each) => sum + each.length, 0)
    return { format: 'details', criteria }
  }
  const { kind, code, title, licence, competencyBlocks } = found
  const competencies = competencyBlocks.flatMap((block) => block.competencies)
  const criteria = competencies.reduce((sum, each) => sum + each.criteria.length, 0)
  const counts = {
    blocks: competencyBlocks.length,
    competencies: competencies.length,
    criteria,
  }
  return { format: 'framework', kind, code, title, licence, ...counts }
}

async function entriesIn(file: FrameworkFile, onShare: (share: number) => void) {
  const entries: EntrySummary[] = []
  const stream = Readable.from(
    counted(await file.open(), (bytes) => onShare(bytes / file.bytes)),
  )
  for await (const entry of summariesOf(stream)) entries.push(entry)
  return entries
}

async function* counted(stream: Readable, onBytes: (bytes: number) => void) {
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    onBytes(bytes)
    yield chunk
  }
}

export type EntrySearch = { q: string; active: boolean }

/** The entries whose number or title holds every word, those in force first. */
export function searchEntries(
  entries: readonly EntrySummary[],
  { q, active }: EntrySearch,
): EntrySummary[] {
  const words = folded(q).split(/\s+/).filter(Boolean)
  return entries
    .filter((entry) => {
      const text = folded(`${entry.code} ${entry.title}`)
      return (entry.active || !active) && words.every((word) => text.includes(word))
    })
    .sort((a, b) => Number(b.active) - Number(a.active))
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe')
}
