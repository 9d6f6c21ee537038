import type { Finding } from '../finding.ts'
import type { NodeJson } from '../identity.ts'
import { attachCaptions } from './captions.ts'
import { Budget, Flow, TooManyNodes } from './flow.ts'
import type { ForeignImage } from './images.ts'
import { lineBreak, textNode } from './inline.ts'
import { headingLevel, isMachinery, type Kind, kindOf, lossOf } from './kinds.ts'
import { isNoteAnchor } from './links.ts'
import { assembleLists } from './lists.ts'
import { Losses } from './losses.ts'
import { type Marks, markList, marksBelow, noMarks } from './marks.ts'
import { continuesItem, htmlItem, isMarker, listStyles, officeItem } from './office-lists.ts'
import { isOwnNode } from './own-html.ts'
import { addDetails, addImage, addPreformatted, addTable } from './read-blocks.ts'
import { addGlossary } from './read-terms.ts'
import type { Options, Reading } from './reading.ts'
import { isElement, isHidden, isText, nameOf } from './style.ts'
import { isLayout } from './tables.ts'

/** What foreign HTML comes to: elements of a section, whose headings keep the level they had. */
export type Foreign = {
  /** Empty when it was refused: then a finding of code `foreign.too-…` says why. */
  nodes: NodeJson[]
  /** Where the bytes of each image node are to be found. */
  images: ForeignImage[]
  losses: Losses
}

/** Elements in elements: more than any page has, fewer than a call stack. */
const deepest = 200

/**
 * Turns what an office program, a web page or a converter wrote into nodes of ours, and says what
 * was lost. Nothing of it is run, fetched or shown; works on a browser's DOM and on the server's.
 */
export function readForeignHtml(body: Element, options: Options): Foreign {
  const losses = new Losses()
  const refused = { nodes: [], images: [], losses }
  if (depthOf(body) > deepest) {
    losses.add('foreign.too-deep')
    return refused
  }
  const styles = listStyles(options.styleSheet ?? '')
  const reading: Reading = {
    ...{ ...options, losses, images: [], budget: new Budget(), styles, lists: 0 },
    elementsIn: (parent, marks = noMarks) => elementsIn(reading, parent, marks),
  }
  try {
    return { nodes: elementsIn(reading, body, noMarks), images: reading.images, losses }
  } catch (error) {
    if (!(error instanceof TooManyNodes)) throw error
    const only = new Losses()
    only.add('foreign.too-many-nodes')
    return { ...refused, losses: only }
  }
}

export function findingsOf({ losses }: Foreign): Finding[] {
  return losses.findings()
}

function depthOf(body: Element): number {
  let depth = 0
  let level: Element[] = [body]
  while (level.length > 0 && depth <= deepest) {
    level = level.flatMap((element) => [...element.children])
    depth++
  }
  return depth
}

function elementsIn(reading: Reading, parent: Element, marks: Marks): NodeJson[] {
  const flow = new Flow(reading.budget)
  readChildren(reading, parent, flow, marks, 0)
  flow.flush()
  const assembled = assembleLists(flow.pieces, reading.losses)
  return joinAccordions(attachCaptions(assembled, flow.captions))
}

function readChildren(
  reading: Reading,
  parent: Element,
  flow: Flow,
  marks: Marks,
  depth: number,
): void {
  for (const child of parent.childNodes) {
    if (isText(child)) addText(flow, child.textContent ?? '', marks)
    else if (isElement(child)) readElement(reading, child, flow, marks, depth)
  }
}

function addText(flow: Flow, text: string, marks: Marks): void {
  if (text !== '') flow.add(textNode(text, markList(marks)))
}

/** @param depth how many lists stand around */
function readElement(
  reading: Reading,
  element: Element,
  flow: Flow,
  marks: Marks,
  depth: number,
): void {
  if (isPassedOver(reading, element)) return
  const inside = marksBelow(element, marks, reading.losses, reading.language)
  const read = () => readChildren(reading, element, flow, inside, depth)
  const level = headingLevel(element)
  if (level !== null) flow.heading(level, read)
  else readers[kindOf(element)]({ reading, element, flow, marks: inside, depth, read })
}

type Met = {
  reading: Reading
  element: Element
  flow: Flow
  marks: Marks
  depth: number
  read: () => void
}

/** How each kind of element is read. */
const readers: Record<Kind, (met: Met) => void> = {
  nothing: () => undefined,
  break: ({ flow }) => flow.add(lineBreak),
  image: ({ reading, element, flow }) => addImage(reading, element, flow),
  list: (met) => met.flow.apart(() => readList(met)),
  table: ({ reading, element, flow, read }) =>
    isLayout(element) ? flow.apart(read) : addTable(reading, element, flow),
  details: ({ reading, element, flow, marks }) => addDetails(reading, element, flow, marks),
  preformatted: ({ element, flow }) => addPreformatted(element, flow),
  paragraph: readParagraph,
  caption: ({ flow, read }) => flow.paragraph(read, 'caption'),
  term: ({ reading, element, flow, marks, depth }) =>
    flow.apart(() => {
      const bold = new Map(marks).set('bold', { type: 'bold' })
      readChildren(reading, element, flow, bold, depth)
    }),
  terms: ({ reading, element, flow, read }) => {
    if (!reading.glossaries || !addGlossary(reading, element, flow)) flow.apart(read)
  },
  quote: ({ reading, element, flow, read }) => {
    reading.losses.add('foreign.quote', element.textContent ?? '')
    flow.apart(read)
  },
  apart: ({ flow, read }) => flow.apart(read),
  inline: readInline,
}

function isPassedOver({ losses }: Reading, element: Element): boolean {
  if (isMarker(element) || isMachinery(element)) return true
  if (kindOf(element) === 'nothing') return true
  if (isHidden(element)) {
    if ((element.textContent ?? '').trim() !== '') losses.add('foreign.hidden')
    return true
  }
  const code = lossOf(element)
  if (code) losses.add(code, code === 'foreign.revision' ? (element.textContent ?? '') : '')
  sayUnknown(element, losses)
  return code !== null
}

/** Text that claims to come from this editor, with a node that this editor does not have. */
function sayUnknown(element: Element, losses: Losses): void {
  const name = element.getAttribute('data-node')
  if (name !== null && !isOwnNode(name)) losses.add('foreign.unknown-node', name)
}

function readInline({ reading, element, flow, marks, read }: Met): void {
  if (nameOf(element) === 'a' && isNoteAnchor(element)) {
    addNoteCall(element, flow, marks, reading.losses)
    return
  }
  const quoted = nameOf(element) === 'q'
  const french = reading.language.startsWith('fr')
  if (quoted) addText(flow, french ? '«\u00A0' : '“', marks)
  read()
  if (quoted) addText(flow, french ? '\u00A0»' : '”', marks)
}

/** The number of a note stays, raised; the way back from the note says nothing on paper. */
function addNoteCall(element: Element, flow: Flow, marks: Marks, losses: Losses): void {
  const back = /ref|anc/.test(element.getAttribute('href') ?? '')
  const number = (element.textContent ?? '').trim()
  if (!back) losses.add('foreign.footnote', number)
  if (number === '↑') return
  addText(flow, number, new Map(marks).set('superscript', { type: 'superscript' }))
  if (back) addText(flow, ' ', marks)
}

function readParagraph({ reading, element, flow, read }: Met): void {
  const item = officeItem(element, reading.styles)
  if (item) flow.item(item, read)
  else if (!continuesItem(element) || !flow.continueItem(read)) flow.paragraph(read)
}

function readList({ reading, element: list, flow, marks, depth }: Met): void {
  const key = `list ${reading.lists++}`
  const inner = depth + 1
  for (const child of list.childNodes) {
    if (!isElement(child)) continue
    if (nameOf(child) !== 'li') readElement(reading, child, flow, marks, inner)
    else if (!isPassedOver(reading, child)) {
      const inside = marksBelow(child, marks, reading.losses, reading.language)
      const read = () => readChildren(reading, child, flow, inside, inner)
      flow.item(htmlItem(child, inner, key), read)
    }
  }
}

/** Folds that follow each other are one accordion. */
function joinAccordions(nodes: NodeJson[]): NodeJson[] {
  const out: NodeJson[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (node.type === 'accordion' && last?.type === 'accordion')
      last.content?.push(...(node.content ?? []))
    else out.push(node)
  }
  return out
}
