import yauzl from 'yauzl'

/** More than any text with its pictures; a zip that swells beyond is made to hurt. */
const most = { entries: 5_000, bytes: 300_000_000, properties: 200_000 }

export type Weighed = {
  verdict: 'fine' | 'import.not-readable' | 'import.too-large'
  macros: boolean
  /** Remarks in the margin, which are not part of the text. */
  comments: number
  /** What the document says of itself: its core properties, then those its author added. */
  properties: string
}

const unreadable: Weighed = {
  verdict: 'import.not-readable',
  macros: false,
  comments: 0,
  properties: '',
}

/**
 * Unpacks a zip into nothing, counting: what it says of its sizes is not believed. mammoth holds all
 * of it in memory, so it is asked only afterwards.
 */
export async function weighZip(bytes: Buffer): Promise<Weighed> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
    return await weighEntries(zip)
  } catch {
    return unreadable
  }
}

async function weighEntries(zip: yauzl.ZipFile): Promise<Weighed> {
  const weighed: Weighed = { verdict: 'fine', macros: false, comments: 0, properties: '' }
  let entries = 0
  let total = 0
  for await (const entry of zip.eachEntry()) {
    if (/vbaProject\.bin$/.test(entry.fileName)) weighed.macros = true
    entries++
    const isProperties = /^docProps\/(core|custom)\.xml$/.test(entry.fileName)
    const isComments = entry.fileName === 'word/comments.xml'
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      total += chunk.length
      if (isProperties && weighed.properties.length < most.properties)
        weighed.properties += (chunk as Buffer).toString('utf8')
      if (isComments) weighed.comments += countComments(chunk as Buffer)
      if (total > most.bytes) return { ...weighed, verdict: 'import.too-large' }
    }
    if (entries > most.entries) return { ...weighed, verdict: 'import.too-large' }
  }
  return entries === 0 ? unreadable : weighed
}

function countComments(chunk: Buffer): number {
  return chunk.toString('latin1').match(/<w:comment /g)?.length ?? 0
}
