import { foldHeadings } from '#content-schema/foreign-html/headings.ts'
import { type ForeignImage, sayNotBrought } from '#content-schema/foreign-html/images.ts'
import { textNode } from '#content-schema/foreign-html/inline.ts'
import { Losses } from '#content-schema/foreign-html/losses.ts'
import { mostNodes } from '#content-schema/foreign-html/most-nodes.ts'
import { isOwnHtml } from '#content-schema/foreign-html/own-html.ts'
import { findingsOf, readForeignHtml } from '#content-schema/foreign-html/read-foreign-html.ts'
import { rtfPictures } from '#content-schema/foreign-html/rtf-pictures.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { inertHtml } from './inert-html.ts'

/** What a paste or a drop brings: elements, files to be stored for some of them, what was lost. */
export type Brought = {
  /** Empty when it was refused, with a finding that says why. */
  nodes: NodeJson[]
  files: { nodeId: string; file: File }[]
  losses: Losses
}

/** As much of a clipboard, or of what is dropped, as is read. */
export type Clip = Pick<DataTransfer, 'getData'> & { files: ArrayLike<File> & Iterable<File> }

/** Characters of HTML: a text of 300 pages has about five million, more is not even looked at. */
const longestHtml = 30_000_000

/**
 * What is to be made of a clipboard; `null` when it is somebody else's: our own elements, or files
 * without a text.
 */
export function readClipboard(data: Clip, language: string): Brought | null {
  const html = data.getData('text/html')
  if (html.length > longestHtml) return refused('foreign.too-many-nodes')
  if (html.trim() !== '') return readHtml(html, data, language)
  const text = data.getData('text/plain')
  return data.files.length > 0 || text.trim() === '' ? null : readPlainText(text)
}

/** Elements of ours that are pasted as they are: still not without end. */
export function refused(code: 'foreign.too-many-nodes' | 'foreign.too-deep'): Brought {
  const losses = new Losses()
  losses.add(code)
  return { nodes: [], files: [], losses }
}

function readHtml(html: string, data: Clip, language: string): Brought | null {
  // A document made so runs nothing and fetches nothing.
  const inert = inertHtml(html)
  const { body } = new DOMParser().parseFromString(inert.html, 'text/html')
  if (isOwnHtml(body)) return null
  const isPicture = (body.textContent ?? '').trim() === ''
  if (isPicture && data.files.length > 0) return null
  const foreign = readForeignHtml(body, { language, styleSheet: inert.styleSheet })
  const { losses } = foreign
  const files = filesOf(foreign.images, data, losses)
  if (foreign.nodes.length === 0 && findingsOf(foreign).length === 0) return null
  return { nodes: foldHeadings(foreign.nodes, losses), files, losses }
}

/** One paragraph a line; empty lines only part them. */
function readPlainText(text: string): Brought {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  if (lines.length > mostNodes) return refused('foreign.too-many-nodes')
  const nodes = lines.map((line) => ({ type: 'paragraph', content: [textNode(line, [])] }))
  return { nodes, files: [], losses: new Losses() }
}

/** Finds the bytes of each image; says which could not be found. */
function filesOf(images: ForeignImage[], data: Clip, losses: Losses) {
  const beside = filesBeside(images, data)
  return images.flatMap((image) => {
    const file =
      image.source.kind === 'data' ? decoded(image, losses) : beside.get(image.nodeId)
    if (file) return [{ nodeId: image.nodeId, file }]
    if (image.source.kind !== 'data') sayNotBrought(image, losses)
    return []
  })
}

/**
 * The pictures that the text only names, when the clipboard holds as many of them. One picture
 * alone may show the whole text, as Word on a Mac draws it: that one is not taken.
 */
function filesBeside(images: ForeignImage[], data: Clip): Map<string, File> {
  const missing = images.filter(({ source }) => source.kind === 'missing')
  const pictures = [...data.files].filter(({ type }) => type.startsWith('image/'))
  const found = pictures.length > 1 ? pictures : picturesInRtf(missing, data)
  if (found.length !== missing.length) return new Map()
  return new Map(missing.map(({ nodeId }, index) => [nodeId, found[index] as File]))
}

function picturesInRtf(missing: ForeignImage[], data: Clip): File[] {
  if (missing.length === 0) return []
  return rtfPictures(data.getData('text/rtf')).map(({ mediaType, bytes }, index) => {
    const name = missing[index]?.name || `image-${index + 1}`
    return new File([bytes], name, { type: mediaType })
  })
}

function decoded({ source, name }: ForeignImage, losses: Losses): File | null {
  if (source.kind !== 'data') return null
  try {
    const bytes = Uint8Array.from(atob(source.base64.replace(/\s+/g, '')), (letter) =>
      letter.charCodeAt(0),
    )
    const ending = source.mediaType.replace(/^image\/|\+xml$/g, '')
    return new File([bytes], `${name || 'image'}.${ending}`, { type: source.mediaType })
  } catch {
    losses.add('foreign.image-refused', name)
    return null
  }
}
