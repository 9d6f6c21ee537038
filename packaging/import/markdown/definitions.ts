import type { MarkdownReader, StateBlock } from './states.ts'

/**
 * A word on a line, then what it means on the next ones, each after a colon: the list of
 * definitions of Pandoc, PHP Markdown Extra and others.
 */
export function definitionRules(markdown: MarkdownReader): void {
  markdown.block.ruler.before('paragraph', 'definitions', definitions)
}

type Entry = { word: string; meanings: string[] }

function definitions(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const entries: Entry[] = []
  let line = start
  for (let found = entryAt(state, line, end); found; found = entryAt(state, line, end)) {
    entries.push(found.entry)
    line = afterBlank(state, found.next, end)
    state.line = found.next
  }
  if (entries.length === 0) return false
  if (!silent) write(state, entries, start)
  return true
}

/** What begins a line that continues nothing: a list, a title, a quote, a fence, a table, another meaning. */
const other = /^(?:[-*+#>|:~]|\d+[.)]|```)/

function entryAt(state: StateBlock, start: number, end: number) {
  const word = lineAt(state, start, end)
  if (word === '' || other.test(word)) return null
  const meanings: string[] = []
  let next = start + 1
  for (
    let line = afterBlank(state, next, end);
    /^:\s+\S/.test(lineAt(state, line, end));
    line = afterBlank(state, next, end)
  ) {
    const words = [lineAt(state, line, end).replace(/^:\s+/, '')]
    next = line + 1
    for (; next < end && continues(lineAt(state, next, end)); next++)
      if (isWordBeforeMeaning(state, next, end)) break
      else words.push(lineAt(state, next, end))
    meanings.push(words.join('\n'))
  }
  return meanings.length > 0 ? { entry: { word, meanings }, next } : null
}

function continues(line: string): boolean {
  return line !== '' && !other.test(line)
}

function isWordBeforeMeaning(state: StateBlock, line: number, end: number): boolean {
  return /^:\s+\S/.test(lineAt(state, line + 1, end))
}

/** One blank line may stand between a word and what it means. */
function afterBlank(state: StateBlock, line: number, end: number): number {
  return line < end && lineAt(state, line, end) === '' ? line + 1 : line
}

function lineAt(state: StateBlock, line: number, end: number): string {
  if (line >= end || (state.sCount[line] ?? 0) < state.blkIndent) return ''
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  return state.src.slice(from, state.eMarks[line]).trim()
}

function write(state: StateBlock, entries: Entry[], start: number): void {
  state.push('dl_open', 'dl', 1).map = [start, state.line]
  for (const { word, meanings } of entries) {
    writeOne(state, 'dt', word)
    for (const meaning of meanings) writeOne(state, 'dd', meaning)
  }
  state.push('dl_close', 'dl', -1)
}

function writeOne(state: StateBlock, tag: 'dt' | 'dd', content: string): void {
  state.push(`${tag}_open`, tag, 1)
  const token = state.push('inline', '', 0)
  token.content = content
  token.children = []
  state.push(`${tag}_close`, tag, -1)
}
