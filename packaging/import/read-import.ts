import { readDocx } from './docx/read-docx.ts'
import { readGift } from './gift/read-gift.ts'
import { type Imported, notImported } from './imported.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import { readMoodleXml } from './moodle-xml/read-moodle-xml.ts'

/** The largest file that is read as text, in bytes. */
const largestImport = 15_000_000

/**
 * What a file would give, by what it is; nothing is saved, fetched or run.
 *
 * @returns `null` for a format that is not read
 */
export async function readImport(
  { name, bytes }: { name: string; bytes: Buffer },
  language: string,
): Promise<Imported | null> {
  if (bytes.length > largestImport) return notImported('import.too-large')
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (['docx', 'docm'].includes(ending)) return readDocx(bytes, language)
  if (!['md', 'markdown', 'rmd', 'gift', 'txt', 'xml'].includes(ending)) return null
  const text = textOf(bytes)
  if (text === null) return notImported('import.not-readable')
  if (ending === 'xml') return readMoodleXml(text, language)
  const isGift = ending === 'gift' || (ending === 'txt' && /^[^\n]*\{|\n\s*\{|::/.test(text))
  return isGift ? readGift(text, language) : readMarkdown(text, language)
}

/** `null` for bytes that are no text. */
function textOf(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Older editors on Windows write this; it has a letter for every byte.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
