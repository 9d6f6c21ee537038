import { type NodeJson, newId } from '../identity.ts'
import { type CodeLanguage, codeLanguages } from '../nodes/code-block.ts'
import { asWords, fitInto } from './fit.ts'
import type { Flow } from './flow.ts'
import { type ForeignImage, fileName, imageSource } from './images.ts'
import { textNode, textOf } from './inline.ts'
import type { Marks } from './marks.ts'
import type { Reading } from './reading.ts'
import { nameOf } from './style.ts'
import { type ForeignCell, isLayout, readTable, squared } from './tables.ts'

/** Characters, as the schema's texts. */
const longestText = 2000

export function addImage({ losses, images }: Reading, image: Element, flow: Flow): void {
  // The boxes of a checklist in Google Docs are pictures.
  if (image.parentElement?.getAttribute('role') === 'checkbox') return
  const source = imageSource(image, losses)
  if (!source) return
  const alt = (image.getAttribute('alt') ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText)
  const nodeId = newId()
  images.push({ nodeId, source, name: fileName(nameFor(source)) || alt })
  flow.node({ type: 'image', attrs: { id: nodeId, alt } })
}

function nameFor(source: ForeignImage['source']): string {
  if (source.kind === 'data') return ''
  return source.kind === 'remote' ? source.address : source.name
}

export function addTable(reading: Reading, element: Element, flow: Flow): void {
  const { rows, caption, guessed } = readTable(element)
  const around = element.parentElement?.closest('table')
  if (rows.length === 0) return
  if (around && !isLayout(around)) {
    flattenTable(reading, rows, flow)
    return
  }
  const moved: NodeJson[] = []
  const cells = rows.map((row) => row.map((cell) => readCell(reading, cell, moved)))
  if (guessed) reading.losses.add('foreign.header-guessed')
  const title = caption ? textOf(asWords(reading.elementsIn(caption), reading.losses)) : ''
  const attrs = title ? { caption: title.slice(0, longestText) } : {}
  flow.node({ type: 'table', attrs, content: squared(cells) })
  for (const node of moved) flow.node(node)
}

function readCell(reading: Reading, foreign: ForeignCell, moved: NodeJson[]) {
  const { element, header, colspan, rowspan } = foreign
  const { fitted, moved: out } = fitInto(
    reading.elementsIn(element),
    'paragraphs',
    reading.losses,
  )
  moved.push(...out)
  const content = fitted.length > 0 ? fitted : [{ type: 'paragraph' }]
  const cell: NodeJson = header
    ? { type: 'tableHeader', content: content.map(withoutBold) }
    : { type: 'tableCell', content }
  return { cell, colspan, rowspan }
}

/** A header is shown as one: bold says it twice. */
function withoutBold(paragraph: NodeJson): NodeJson {
  return {
    ...paragraph,
    ...(paragraph.content && {
      content: paragraph.content.map(({ marks, ...node }) => {
        const kept = marks?.filter(({ type }) => type !== 'bold') ?? []
        return kept.length > 0 ? { ...node, marks: kept } : node
      }),
    }),
  }
}

/** A table inside a cell: one line a row. */
function flattenTable(reading: Reading, rows: ForeignCell[][], flow: Flow): void {
  reading.losses.add('foreign.table-nested')
  for (const row of rows) {
    const cells = row.map(({ element }) => asWords(reading.elementsIn(element), reading.losses))
    flow.paragraph(() => {
      for (const [index, cell] of cells.entries()) {
        if (index > 0) flow.add(textNode(' · ', []))
        for (const inline of cell) flow.add(inline)
      }
    })
  }
}

export function addDetails(reading: Reading, details: Element, flow: Flow, marks: Marks): void {
  const summary = [...details.children].find((child) => nameOf(child) === 'summary')
  const title = (summary?.textContent ?? '').replace(/\s+/g, ' ').trim()
  const body = details.cloneNode(true) as Element
  for (const child of [...body.children]) if (nameOf(child) === 'summary') child.remove()
  const { fitted, moved } = fitInto(reading.elementsIn(body, marks), 'flow', reading.losses)
  const content = fitted.length > 0 ? fitted : [{ type: 'paragraph' }]
  const accordionTitle = { type: 'accordionTitle', content: title ? [textNode(title, [])] : [] }
  const item = { type: 'accordionItem', content: [accordionTitle, ...content] }
  flow.node({ type: 'accordion', content: [item] })
  for (const node of moved) flow.node(node)
}

/** Lines of code, with every space as it was written. */
export function addPreformatted(element: Element, flow: Flow): void {
  const text = (element.textContent ?? '')
    .replace(/\r/g, '')
    .replace(/^\n/, '')
    .replace(/\t/g, '    ')
    .trimEnd()
  if (text === '') return
  const language = languageOf(element)
  const attrs = language ? { attrs: { language } } : {}
  flow.node({ type: 'codeBlock', ...attrs, content: [textNode(text, [])] })
}

/** Names that writers use beside those that are ours. */
const otherNames: Record<string, CodeLanguage> = {
  'c++': 'cpp',
  'c#': 'csharp',
  cs: 'csharp',
  html: 'xml',
  js: 'javascript',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  ts: 'typescript',
  yml: 'yaml',
}

/** `<pre><code class="language-js">`, as converters and most sites write it. */
function languageOf(element: Element): CodeLanguage | null {
  const classes = [element, ...element.children].map((each) => each.getAttribute('class') ?? '')
  const name =
    /(?:^|\s)lang(?:uage)?-\{?([\w+#]+)/.exec(classes.join(' '))?.[1]?.toLowerCase() ?? ''
  const known = otherNames[name] ?? name
  return codeLanguages.find((each) => each === known) ?? null
}
