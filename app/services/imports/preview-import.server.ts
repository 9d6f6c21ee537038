import { createHash } from 'node:crypto'
import { UserError } from '#app/http/user-error.ts'
import { currentFormat, readDocument } from '#content-schema/document.ts'
import type { Finding } from '#content-schema/finding.ts'
import { type NodeJson, walk, withIds } from '#content-schema/identity.ts'
import type { Imported, ImportedFile } from '#packaging/import/imported.ts'
import { readImport } from '#packaging/import/read-import.ts'
import { renderModule } from '#packaging/index.ts'
import { withSoundFiles } from './sound-files.server.ts'

export type ImportPreview = {
  /** Empty when the file was refused. */
  html: string
  sections: number
  files: number
  findings: Finding[]
}

/** Bytes of pictures that are put in the preview itself, since nothing is stored yet. */
const mostShown = 3_000_000

/** @throws UserError `import.unknown-format` (415) */
export async function readFile(
  file: { name: string; bytes: Buffer },
  language: string,
): Promise<Imported> {
  const imported = await readImport(file, language)
  if (!imported) throw new UserError('import.unknown-format', {}, 415)
  return withSoundFiles(imported)
}

/** What a file would add, as a page to look at. */
export function previewOf(
  { sections, files, findings }: Imported,
  languages: { language: 'fr' | 'en'; contentLanguage: string },
): ImportPreview {
  const counts = { sections: sections.length, files: files.length, findings }
  if (sections.length === 0) return { html: '', ...counts }
  const pictures = new Map(shownFiles(files).map((file) => [digestOf(file), file]))
  const doc = withPictures({ type: 'doc', content: sections }, files)
  const html = renderModule(readDocument({ format: currentFormat, doc }), {
    ...languages,
    answers: true,
    asset: (digest) => shown(pictures.get(digest)),
  })
  return { html, ...counts }
}

function withPictures(doc: NodeJson, files: ImportedFile[]): NodeJson {
  const digests = new Map(files.map((file) => [file.nodeId, digestOf(file)]))
  const copy = structuredClone(withIds(doc))
  walk(copy, (node) => {
    const digest = digests.get(String(node.attrs?.id))
    if (digest) node.attrs = { ...node.attrs, asset: digest }
  })
  return copy
}

function shownFiles(files: ImportedFile[]): ImportedFile[] {
  let left = mostShown
  return files.filter(({ bytes }) => {
    left -= bytes.length
    return left >= 0
  })
}

function shown(file: ImportedFile | undefined) {
  if (!file) return null
  const { mediaType, bytes } = file
  const url = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
  return { url, mediaType, bytes: bytes.length, width: null, height: null }
}

function digestOf({ bytes }: ImportedFile): string {
  return createHash('sha256').update(bytes).digest('hex')
}
