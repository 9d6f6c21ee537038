import { parseHTML } from 'linkedom'
import MarkdownIt from 'markdown-it'
import { asWords } from '#content-schema/foreign-html/fit.ts'
import { foldHeadings } from '#content-schema/foreign-html/headings.ts'
import { type Inline, textNode, textOf } from '#content-schema/foreign-html/inline.ts'
import {
  type Foreign,
  readForeignHtml,
} from '#content-schema/foreign-html/read-foreign-html.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { texDelimiters, withFormulas, wordsWithFormulas } from './formulas.ts'
import { fileOf } from './image-files.ts'
import { type QuestionReading, say } from './question-reading.ts'

/** A text of a question; its files, by name, as addresses that hold the bytes. */
export type RichText = { format: string; text: string; files?: ReadonlyMap<string, string> }

const markdown = new MarkdownIt({ html: false })

/** The words of one textblock; what it cannot hold is added to the losses. */
export function words(rich: RichText | null, reading: QuestionReading): Inline {
  const foreign = foreignOf(rich, reading)
  for (const _ of foreign.images) reading.losses.add('foreign.element-left-out')
  return wordsOf(
    foreign.nodes.filter(({ type }) => type !== 'image'),
    reading,
  )
}

/** What a question asks, and the pictures and tables that stand before it, since words hold none. */
export function asked(
  rich: RichText | null,
  reading: QuestionReading,
): { before: NodeJson[]; prompt: Inline } {
  const { lines, before } = linesOf(rich, reading)
  return { before, prompt: wordsOf(lines, reading) }
}

/** As {@link asked}, each line on its own. */
export function askedLines(
  rich: RichText | null,
  reading: QuestionReading,
): { before: NodeJson[]; lines: Inline[] } {
  const { lines, before } = linesOf(rich, reading)
  return { before, lines: lines.map((line) => wordsOf([line], reading)) }
}

/** A text that stands on its own, as elements of a section. */
export function elementsOf(rich: RichText | null, reading: QuestionReading): NodeJson[] {
  const foreign = foreignOf(rich, reading)
  keepFiles(foreign, reading)
  return formulated(foldHeadings(foreign.nodes, reading.losses), reading)
}

function linesOf(rich: RichText | null, reading: QuestionReading) {
  const foreign = foreignOf(rich, reading)
  keepFiles(foreign, reading)
  const isLine = ({ type }: NodeJson) =>
    /^(paragraph|heading|bulletList|orderedList)$/.test(type)
  return {
    lines: foreign.nodes.filter(isLine),
    before: formulated(
      foreign.nodes.filter((node) => !isLine(node)),
      reading,
    ),
  }
}

function wordsOf(nodes: NodeJson[], reading: QuestionReading): Inline {
  return wordsWithFormulas(asWords(nodes, reading.losses), texDelimiters, () =>
    say(reading, 'import.formula'),
  )
}

function formulated(nodes: NodeJson[], reading: QuestionReading): NodeJson[] {
  return withFormulas(nodes, texDelimiters, () => say(reading, 'import.formula'))
}

function keepFiles({ images }: Foreign, { files, losses }: QuestionReading): void {
  files.push(...images.flatMap((image) => fileOf(image, losses)))
}

function foreignOf(rich: RichText | null, { language, losses }: QuestionReading): Foreign {
  const text = rich?.text.trim() ?? ''
  if (text === '') return { nodes: [], images: [], losses }
  if (rich?.format === 'plain') return { nodes: plainLines(text), images: [], losses }
  const html = rich?.format === 'markdown' ? markdown.render(text) : text
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  for (const image of document.querySelectorAll('img')) bringFile(image, rich?.files)
  const foreign = readForeignHtml(document.body, { language })
  losses.addAll(foreign.losses)
  return foreign
}

/** Moodle writes `@@PLUGINFILE@@/photo.png` for a file that it puts beside the text. */
function bringFile(image: Element, files: RichText['files']): void {
  const name = /^@@PLUGINFILE@@\/([^?#]*)/.exec(image.getAttribute('src') ?? '')?.[1]
  if (name === undefined) return
  const address = files?.get(name) ?? files?.get(decoded(name))
  image.setAttribute('src', address ?? decoded(name))
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function plainLines(text: string): NodeJson[] {
  const lines = text.split(/\n+/).map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', content: [textNode(line, [])] }))
}

/** Words where nothing else can stand, such as a list to choose from. */
export function plainWords(inline: Inline): string {
  return textOf(inline).replace(/\s+/g, ' ').trim()
}
