import { type FileHandle, open } from 'node:fs/promises'

/** What a film or a sound says of itself. */
export type Probe = {
  width: number | null
  height: number | null
  /** Milliseconds. */
  duration: number | null
  /** One a track, as the file names it: `avc1`, `mp4a`. */
  codecs: string[]
}

/** A `moov` box larger than this many bytes can only be hostile: it lists frames, it holds none. */
const largestIndex = 64 * 1024 ** 2

/**
 * Reads size, duration and codecs from the boxes of an MP4 file; frames are not looked at.
 *
 * @throws RangeError when it is cut short, or has no track
 * @see ISO/IEC 14496-12, ISO base media file format
 */
export async function readMp4(path: string): Promise<Probe> {
  const file = await open(path, 'r')
  try {
    const index = await readIndex(file)
    const tracks = boxesIn(index).filter(({ type }) => type === 'trak')
    if (tracks.length === 0) throw new RangeError('a film without a track')
    const sizes = tracks.map(({ body }) => sizeOf(find(body, 'tkhd')))
    const seen = sizes.find(({ width }) => width > 0)
    return {
      width: seen?.width ?? null,
      height: seen?.height ?? null,
      duration: durationOf(find(index, 'mvhd')),
      codecs: tracks.flatMap(({ body }) => codecOf(body)),
    }
  } finally {
    await file.close()
  }
}

type Box = { type: string; body: Buffer }

/** The `moov` box; every box around it must end within the file. */
async function readIndex(file: FileHandle): Promise<Buffer> {
  const { size: end } = await file.stat()
  let index: Buffer | null = null
  for (let at = 0; at < end; ) {
    const { type, head, size } = await readHead(file, at, end)
    if (at + size > end) throw new RangeError(`the file ends inside ${type}`)
    if (type === 'moov') {
      if (size > largestIndex) throw new RangeError('an index too large to be one')
      index = (await file.read(Buffer.alloc(size - head), 0, size - head, at + head)).buffer
    }
    at += size
  }
  if (!index) throw new RangeError('a film without an index')
  return index
}

async function readHead(file: FileHandle, at: number, end: number) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, at)
  if (bytesRead < 8) throw new RangeError('the file ends inside a box')
  const short = buffer.readUInt32BE(0)
  const head = short === 1 ? 16 : 8
  const size = short === 0 ? end - at : short === 1 ? Number(buffer.readBigUInt64BE(8)) : short
  if (size < head) throw new RangeError('a box smaller than its own head')
  return { type: buffer.toString('latin1', 4, 8), head, size }
}

function boxesIn(body: Buffer): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= body.length; ) {
    const size = body.readUInt32BE(at)
    if (size < 8 || at + size > body.length) break
    const type = body.toString('latin1', at + 4, at + 8)
    boxes.push({ type, body: body.subarray(at + 8, at + size) })
    at += size
  }
  return boxes
}

/** Goes down by the names of boxes; empty where one is missing. */
function find(body: Buffer, ...types: string[]): Buffer {
  return types.reduce(
    (inside, type) => boxesIn(inside).find((box) => box.type === type)?.body ?? Buffer.alloc(0),
    body,
  )
}

/** The last two fields of a track’s head, 16.16 fixed point. */
function sizeOf(head: Buffer) {
  if (head.length < 84) return { width: 0, height: 0 }
  const [width, height] = [head.length - 8, head.length - 4].map((at) => head.readUInt16BE(at))
  return { width: width ?? 0, height: height ?? 0 }
}

function durationOf(head: Buffer): number | null {
  const long = head[0] === 1
  if (head.length < (long ? 32 : 20)) return null
  const scale = head.readUInt32BE(long ? 20 : 12)
  const units = long ? Number(head.readBigUInt64BE(24)) : head.readUInt32BE(16)
  return scale > 0 && units > 0 ? Math.round((units / scale) * 1000) : null
}

function codecOf(track: Buffer): string[] {
  const kind = find(track, 'mdia', 'hdlr').toString('latin1', 8, 12)
  if (kind !== 'vide' && kind !== 'soun') return []
  const entries = find(track, 'mdia', 'minf', 'stbl', 'stsd')
  return entries.length >= 16 ? [entries.toString('latin1', 12, 16)] : []
}
