import mammoth from 'mammoth'
import { type Imported, importFinding, notImported } from '../imported.ts'
import { sectionsFromHtml } from '../sections-from-html.ts'
import { rightsInProperties } from './properties.ts'
import { weighZip } from './weigh-zip.ts'

/** Word's own names of its styles, the same in every language of Word. */
const styleMap = [
  "p[style-name='Title'] => p.MsoTitle:fresh",
  "p[style-name='caption'] => p.MsoCaption:fresh",
  "p[style-name='Caption'] => p.MsoCaption:fresh",
  "p[style-name='Quote'] => blockquote:fresh > p:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\n')",
  "p[style-name='Source Code'] => pre:separator('\n')",
  "p[style-name='Code'] => pre:separator('\n')",
  'u => u',
  'highlight => mark',
]

/**
 * A Word file as sections, one for each title of the highest level. Macros are never read; what an
 * author deleted with tracked changes on stays deleted.
 */
export async function readDocx(bytes: Buffer, language: string): Promise<Imported> {
  const weighed = await weighZip(bytes)
  if (weighed.verdict !== 'fine') return notImported(weighed.verdict)
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: bytes },
      { styleMap, includeEmbeddedStyleMap: false, externalFileAccess: false },
    )
    const imported = sectionsFromHtml(withBoxes(value), language)
    const findings = [
      ...imported.findings,
      ...(weighed.macros ? [importFinding('import.macros', 1)] : []),
      ...(weighed.comments > 0 ? [comments(weighed.comments)] : []),
      ...notUnderstood(messages.map(({ message }) => message)),
    ]
    const rights = rightsInProperties(weighed.properties)
    return { ...imported, ...(rights && { rights }), findings }
  } catch {
    return notImported('import.not-readable')
  }
}

/** The boxes to tick of a form, as the checklists of other programs write them. */
function withBoxes(html: string): string {
  return html.replace(/<input type="checkbox"[^<>]*>/g, '☐ ')
}

function comments(count: number) {
  return {
    code: 'foreign.comment',
    severity: 'warns',
    nodeId: null,
    params: { count, names: '' },
  } as const
}

/** Elements of Word that mammoth passed over, by name; unknown styles only look otherwise. */
function notUnderstood(messages: string[]) {
  const names = messages.flatMap(
    (message) => /element was ignored: (\S+)/.exec(message)?.[1] ?? [],
  )
  return names.length > 0
    ? [importFinding('import.not-understood', names.length, [...new Set(names)])]
    : []
}
