import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { decodeXml } from './decode-xml.ts'
import { FrameworkFileError } from './framework-file-error.ts'
import type { XmlElement } from './xml-element.ts'

/** One entry of the register, and the line of the file on which it ends. */
export type Entry = { element: XmlElement; line: number }

/** Longest entry accepted, in characters: the longest of the register is a few millions. */
const longest = 20_000_000

/**
 * The entries of a register file, one at a time: never more than one is held in memory.
 *
 * @throws FrameworkFileError when the file is not XML, ends too early or holds no entry
 */
export async function* entriesOf(stream: Readable): AsyncGenerator<Entry> {
  const reader = new EntryReader()
  for await (const text of decodeXml(stream)) yield* reader.read(text)
  yield* reader.end()
}

/** Builds a tree of each `FICHE`, and forgets the rest of the file as it passes. */
class EntryReader {
  private readonly parser = new SaxesParser()
  private readonly open: XmlElement[] = []
  private ready: Entry[] = []
  private depth = 0
  private count = 0
  private from = { position: 0, line: 1 }

  constructor() {
    this.parser.on('opentag', ({ name }) => this.opened(name))
    this.parser.on('text', (text) => this.said(text))
    this.parser.on('cdata', (text) => this.said(text))
    this.parser.on('closetag', () => this.closed())
  }

  read(text: string): Entry[] {
    this.orRefuse('framework.not-xml', () => this.parser.write(text))
    if (this.parser.position - this.from.position > longest) {
      const most = longest / 1_000_000
      throw new FrameworkFileError('framework.entry-too-long', { line: this.from.line, most })
    }
    return this.taken()
  }

  end(): Entry[] {
    const problem = this.depth > 0 ? 'framework.cut-short' : 'framework.not-xml'
    this.orRefuse(problem, () => this.parser.close())
    if (this.count === 0) throw new FrameworkFileError('framework.no-entry')
    return this.taken()
  }

  private taken(): Entry[] {
    const taken = this.ready
    this.ready = []
    return taken
  }

  private orRefuse(problem: 'framework.not-xml' | 'framework.cut-short', parse: () => void) {
    try {
      parse()
    } catch {
      throw new FrameworkFileError(problem, { line: this.parser.line })
    }
  }

  private opened(name: string): void {
    this.depth += 1
    if (this.depth <= 2) this.from = { position: this.parser.position, line: this.parser.line }
    const parent = this.open.at(-1)
    if (!parent && !(name === 'FICHE' && this.depth <= 2)) return
    const element = { name, text: '', children: [] }
    parent?.children.push(element)
    this.open.push(element)
  }

  private said(text: string): void {
    const element = this.open.at(-1)
    if (element) element.text += text
  }

  private closed(): void {
    this.depth -= 1
    const element = this.open.pop()
    if (element && this.open.length === 0) {
      this.ready.push({ element, line: this.parser.line })
      this.count += 1
    }
    if (this.depth <= 1) this.from = { position: this.parser.position, line: this.parser.line }
  }
}
