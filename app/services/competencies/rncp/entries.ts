import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { decodeXml } from './decode-xml.ts'
import { FrameworkFileError } from './framework-file-error.ts'
import type { XmlElement } from './xml-element.ts'

/** One entry of the register, and the line of the file on which it ends. */
export type Entry = { element: XmlElement; line: number }

/** Longest entry accepted, in characters: the longest of the register is a few millions. */
const longest = 20_000_000

/** What of a file is of interest: the rest is passed over as fast as the parser goes. */
export type Wanted = {
  /** Which entries, by their number; absent: all. */
  entry?: (code: string) => boolean
  /** Which elements directly in an entry; absent: all. */
  fields?: ReadonlySet<string>
}

/**
 * The entries of a register file, one at a time: never more than one is held in memory.
 *
 * @throws FrameworkFileError when the file is not XML, defines entities, ends too early or holds no entry
 */
export async function* entriesOf(stream: Readable, wanted: Wanted = {}): AsyncGenerator<Entry> {
  const reader = new EntryReader(wanted)
  for await (const text of decodeXml(stream)) yield* reader.read(text)
  yield* reader.end()
}

/** Builds a tree of each `FICHE`, and forgets the rest of the file as it passes. */
class EntryReader {
  private readonly parser = new SaxesParser()
  private readonly open: XmlElement[] = []
  private ready: Entry[] = []
  private depth = 0
  /** Elements open that are passed over. */
  private skipped = 0
  /** Whether the entry at hand is not wanted. */
  private dropped = false
  private count = 0
  private from = { position: 0, line: 1 }

  constructor(private readonly wanted: Wanted) {
    this.parser.on('doctype', () => this.refuseEntities())
    this.parser.on('opentag', ({ name }) => this.opened(name))
    this.listen()
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
    } catch (error) {
      if (error instanceof FrameworkFileError) throw error
      throw new FrameworkFileError(problem, { line: this.parser.line })
    }
  }

  /** The register declares nothing of its own: what does could name files, or grow without end. */
  private refuseEntities(): never {
    throw new FrameworkFileError('framework.entities', { line: this.parser.line })
  }

  private opened(name: string): void {
    this.depth += 1
    if (this.depth <= 2) this.from = { position: this.parser.position, line: this.parser.line }
    const parent = this.open.at(-1)
    if (!parent && !(name === 'FICHE' && this.depth <= 2)) return
    if (this.skipped > 0 || this.isPassedOver(name)) {
      this.skipped += 1
      if (this.skipped === 1) this.stopListening()
      return
    }
    const element = { name, text: '', children: [] }
    parent?.children.push(element)
    this.open.push(element)
  }

  private isPassedOver(name: string): boolean {
    if (this.open.length !== 1) return false
    return this.dropped || this.wanted.fields?.has(name) === false
  }

  private listen(): void {
    this.parser.on('text', (text) => this.said(text))
    this.parser.on('cdata', (text) => this.said(text))
  }

  /** The parser does not even put together a text that nobody listens to. */
  private stopListening(): void {
    this.parser.off('text')
    this.parser.off('cdata')
  }

  private said(text: string): void {
    const element = this.open.at(-1)
    if (element) element.text += text
  }

  private closed(): void {
    this.depth -= 1
    if (this.skipped === 0) this.closeKept()
    else {
      this.skipped -= 1
      if (this.skipped === 0) this.listen()
    }
    if (this.depth <= 1) this.from = { position: this.parser.position, line: this.parser.line }
  }

  private closeKept(): void {
    const element = this.open.pop()
    if (!element) return
    if (this.open.length === 1 && element.name === 'NUMERO_FICHE')
      this.dropped = this.wanted.entry?.(element.text.trim()) === false
    if (this.open.length > 0) return
    if (!this.dropped) this.ready.push({ element, line: this.parser.line })
    this.dropped = false
    this.count += 1
  }
}
