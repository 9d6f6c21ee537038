import type { Inline } from '#content-schema/foreign-html/inline.ts'
import { formulaError } from '#content-schema/formula.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { schema } from '#content-schema/schema.ts'

/** How formulas are told from words. */
export type Delimiters = {
  /** Each alternative has one group, the formula. */
  pattern: RegExp
  /** Those that stand on a line of their own when nothing else is there. */
  displayed: RegExp
  /** What is left where a formula can not be: what the author wrote. */
  written: (match: string) => string
}

/** `\(a\)` among words, `\[a\]` or `$$a$$` apart, as Moodle and most filters have it. */
export const texDelimiters: Delimiters = {
  pattern:
    /\\\(((?:(?!\\[()]).){1,4000})\\\)|\\\[((?:(?!\\[[\]]).){1,4000})\\\]|\$\$([^$]{1,4000})\$\$/,
  displayed: /^(?:\\\[|\$\$)/,
  written: (match) => match,
}

/** Characters, as the schema's formulas. */
const longest = 4000

/** Formulas that were met and could not be read, as they were written: they stay words. */
export type Unread = (written: string) => void

/** The same nodes, the formulas among their words made nodes of ours. */
export function withFormulas(
  nodes: readonly NodeJson[],
  delimiters: Delimiters,
  unread: Unread,
): NodeJson[] {
  return nodes.map((node) => {
    const { content = [] } = node
    const alone = node.type === 'paragraph' ? displayedAlone(content, delimiters) : null
    return alone ?? within(node, delimiters, unread)
  })
}

/** The same for the words of one textblock. */
export function wordsWithFormulas(
  words: Inline,
  delimiters: Delimiters,
  unread: Unread,
): Inline {
  return words.flatMap((node) => split(node, delimiters, unread))
}

function within(node: NodeJson, delimiters: Delimiters, unread: Unread): NodeJson {
  if (node.text !== undefined) return asWritten(node, delimiters)
  if (!node.content || node.type === 'codeBlock') return node
  const content = holdsFormulas(node.type)
    ? wordsWithFormulas(node.content, delimiters, unread)
    : node.content.map((child) => within(child, delimiters, unread))
  return { ...node, content }
}

/** Words that stand where no formula can, such as a title. */
function asWritten(node: NodeJson, { pattern, written }: Delimiters): NodeJson {
  const all = new RegExp(pattern.source, 'g')
  return { ...node, text: (node.text ?? '').replace(all, (match) => written(match)) }
}

/** `null` when the paragraph says more than one formula that stands apart. */
function displayedAlone(content: Inline, { pattern, displayed }: Delimiters): NodeJson | null {
  const [only, ...others] = content
  const text = only?.text?.trim() ?? ''
  const found = pattern.exec(text)
  if (others.length > 0 || !found || found[0] !== text || !displayed.test(text)) return null
  const latex = latexIn(found)
  return isReadable(latex) ? { type: 'math', attrs: { latex } } : null
}

function split(node: NodeJson, { pattern, written }: Delimiters, unread: Unread): Inline {
  const { text, marks = [] } = node
  if (text === undefined || marks.some(({ type }) => type === 'code')) return [node]
  const parts: Inline = []
  let from = 0
  const addWords = (words: string) => words !== '' && parts.push({ ...node, text: words })
  for (const found of text.matchAll(new RegExp(pattern.source, 'g'))) {
    addWords(text.slice(from, found.index))
    from = found.index + found[0].length
    const latex = latexIn(found)
    if (isReadable(latex)) parts.push({ type: 'mathInline', attrs: { latex } })
    else {
      unread(latex)
      addWords(written(found[0]))
    }
  }
  addWords(text.slice(from))
  return parts
}

function latexIn(found: RegExpExecArray): string {
  return (found.slice(1).find((group) => group !== undefined) ?? '').trim()
}

function isReadable(latex: string): boolean {
  return latex !== '' && latex.length <= longest && formulaError(latex) === null
}

function holdsFormulas(typeName: string): boolean {
  const type = schema.nodes[typeName as 'paragraph']
  return Boolean(type?.inlineContent && type.contentMatch.matchType(schema.nodes.mathInline))
}
