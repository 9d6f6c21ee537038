import type { Delimiters } from '../formulas.ts'
import type { MarkdownReader, StateBlock, StateInline } from './states.ts'

// A formula is kept from Markdown, for which `_` and `\` say something else, between characters
// that no writer uses; it becomes a node once all is read.
const marks = { inline: ['\uE000', '\uE001'], displayed: ['\uE002', '\uE003'] } as const

/** Formulas of a text that {@link formulaRules} read. */
export const markedFormulas: Delimiters = {
  pattern: /\uE000([^\uE001]*)\uE001|\uE002([^\uE003]*)\uE003/,
  displayed: /^\uE002/,
  written: (match) => match.replace(/[\uE000\uE001]/g, '$').replace(/[\uE002\uE003]/g, '$$$$'),
}

/** `$a_1$` among words and `$$` apart, as Pandoc, GitHub and most others read them. */
export function formulaRules(markdown: MarkdownReader): void {
  markdown.inline.ruler.before('escape', 'formula', inlineFormula)
  markdown.block.ruler.before('fence', 'formula', displayedFormula, {
    alt: ['paragraph', 'list', 'blockquote'],
  })
}

/** A sum of money is no formula: no space inside the signs, no digit after the second; nor is `code`. */
const inline = /^(?:\$\$([^$`]+)\$\$|\$([^\s$`](?:[^$`]*[^\s$`\\])?)\$(?!\d))/

function inlineFormula(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '$') return false
  const found = inline.exec(state.src.slice(state.pos, state.pos + 4200))
  if (!found) return false
  const displayed = found[1] !== undefined
  if (!silent) add(state, found[1] ?? found[2] ?? '', displayed ? 'displayed' : 'inline')
  state.pos += found[0].length
  return true
}

/** A formula that is longer is a mistake: somebody did not close it. */
const mostLines = 60

function displayedFormula(
  state: StateBlock,
  start: number,
  end: number,
  silent: boolean,
): boolean {
  if (!lineOf(state, start).startsWith('$$')) return false
  const last = lastLine(state, start, Math.min(end, start + mostLines))
  if (last === null) return false
  if (silent) return true
  const written = state.getLines(start, last + 1, state.blkIndent, false).trim()
  state.line = last + 1
  addParagraph(state, written.slice(2, -2), start)
  return true
}

/** The first line that ends with the sign again; `null` when the sign comes elsewhere, or not at all. */
function lastLine(state: StateBlock, start: number, end: number): number | null {
  for (let line = start; line < end; line++) {
    const text = lineOf(state, line).slice(line === start ? 2 : 0)
    const sign = text.indexOf('$$')
    if (line > start && text === '') return null
    if (sign >= 0) return sign === text.length - 2 && (line > start || sign > 0) ? line : null
  }
  return null
}

function addParagraph(state: StateBlock, latex: string, line: number): void {
  state.push('paragraph_open', 'p', 1).map = [line, state.line]
  const token = state.push('inline', '', 0)
  token.content = `$$${latex.replace(/\s+/g, ' ')}$$`
  token.children = []
  state.push('paragraph_close', 'p', -1)
}

function lineOf(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  return state.src.slice(start, state.eMarks[line]).trim()
}

function add(state: StateInline, latex: string, kind: keyof typeof marks): void {
  const [before, after] = marks[kind]
  state.push('text', '', 0).content = `${before}${latex.trim()}${after}`
}
