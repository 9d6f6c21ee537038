import { open, readFile, stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { UserError } from '#app/http/user-error.ts'
import { cleanSvg } from './clean-svg.server.ts'
import { mostPixels } from './pictures.server.ts'
import { probe } from './probe.server.ts'

export type Identity = {
  mediaType: string
  extension: string
  width: number | null
  height: number | null
  /** Milliseconds. */
  duration: number | null
  /** The bytes to store when they are not those that arrived: a cleaned drawing. */
  cleaned: string | null
}

const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']
const sounds = [
  'audio/mpeg',
  'audio/x-m4a',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/opus',
  'audio/webm',
]
const films = ['video/mp4', 'video/webm']
const papers = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
]

const plain = { width: null, height: null, duration: null, cleaned: null }

/**
 * Finds out what a file is from its bytes.
 *
 * @throws UserError `asset.unknown-type` or `asset.broken` (415) when it cannot be shown to learners
 */
export async function identify(path: string): Promise<Identity> {
  const type = await fileTypeFromFile(path)
  if (!type || ['application/xml', 'text/vtt'].includes(type.mime)) return identifyText(path)
  // Opus comes as `audio/ogg; codecs=opus`.
  const mediaType = type.mime.split(';')[0] ?? type.mime
  const extension = `.${type.ext}`
  if (pictures.includes(mediaType))
    return { ...plain, mediaType, extension, ...(await measurePicture(path)) }
  if (sounds.includes(mediaType) || films.includes(mediaType)) {
    const { codecs: _, ...found } = await probe(path, mediaType).catch(() =>
      refuse('asset.broken'),
    )
    return { ...plain, mediaType, extension, ...found }
  }
  if (papers.includes(mediaType)) return { ...plain, mediaType, extension }
  refuse('asset.unknown-type')
}

/** Its header is read first: a picture too large to be decoded is refused before it is. */
async function measurePicture(path: string) {
  const { autoOrient, pages = 1 } = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => refuse('asset.broken'))
  const { width, height } = autoOrient
  const pixels = width * height * pages
  if (pixels > mostPixels) {
    const params = { megapixels: Math.round(pixels / 1e6), most: mostPixels / 1e6 }
    throw new UserError('asset.too-many-pixels', params, 413)
  }
  const decoding = sharp(path, { limitInputPixels: mostPixels }).resize(16).raw().toBuffer()
  if ((await decoding.catch(() => refuse('asset.broken'))).length === 0) refuse('asset.broken')
  return { width, height }
}

function refuse(code: 'asset.broken' | 'asset.unknown-type'): never {
  throw new UserError(code, {}, 415)
}

/** Drawings, captions and plain text have no signature of their own. */
async function identifyText(path: string): Promise<Identity> {
  const start = await firstBytes(path, 4096)
  if (start.length === 0) refuse('asset.broken')
  if (start.includes(0)) refuse('asset.unknown-type')
  const text = start.toString('utf8').replace(/^\uFEFF/, '')
  if (text.startsWith('WEBVTT')) return { ...plain, mediaType: 'text/vtt', extension: '.vtt' }
  if (/<svg[\s>]/.test(text)) return identifyDrawing(path)
  if (/^\s*</.test(text) || text.includes('\uFFFD')) refuse('asset.unknown-type')
  return { ...plain, mediaType: 'text/plain', extension: '.txt' }
}

/** A drawing is read whole to be cleaned; one larger than this many bytes is no drawing. */
const largestDrawing = 5_000_000

async function identifyDrawing(path: string): Promise<Identity> {
  if ((await stat(path)).size > largestDrawing) {
    throw new UserError('asset.too-large', { megabytes: largestDrawing / 1_000_000 }, 413)
  }
  const cleaned = cleanSvg(await readFile(path, 'utf8'))
  if (!cleaned) refuse('asset.broken')
  try {
    const { width = null, height = null } = await sharp(Buffer.from(cleaned)).metadata()
    return { ...plain, mediaType: 'image/svg+xml', extension: '.svg', width, height, cleaned }
  } catch {
    refuse('asset.broken')
  }
}

async function firstBytes(path: string, most: number): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
