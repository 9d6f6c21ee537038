import type { NodeJson } from '../identity.ts'
import { asWords, fitInto } from './fit.ts'
import type { Flow } from './flow.ts'
import { textNode, textOf } from './inline.ts'
import type { Reading } from './reading.ts'
import { isElement, nameOf } from './style.ts'

/** As the schema's glossaries. */
const mostTerms = 100

type Entry = { words: Element[]; meanings: Element[] }

/** A list of terms as a glossary; `false` when it is none, a word or a meaning being missing. */
export function addGlossary(reading: Reading, list: Element, flow: Flow): boolean {
  const entries = entriesOf(list)
  const whole = entries.every(({ words, meanings }) => words.length > 0 && meanings.length > 0)
  if (!whole || entries.length === 0 || entries.length > mostTerms) return false
  const moved: NodeJson[] = []
  const content = entries.map((entry) => termOf(reading, entry, moved))
  flow.node({ type: 'glossary', content })
  for (const node of moved) flow.node(node)
  return true
}

/** Words that follow each other share what they mean. */
function entriesOf(list: Element): Entry[] {
  const entries: Entry[] = []
  for (const child of partsOf(list)) {
    const last = entries.at(-1)
    if (nameOf(child) === 'dd') last?.meanings.push(child)
    else if (last && last.meanings.length === 0) last.words.push(child)
    else entries.push({ words: [child], meanings: [] })
  }
  return entries
}

function partsOf(list: Element): Element[] {
  return [...list.childNodes].flatMap((child) => {
    if (!isElement(child)) return []
    if (nameOf(child) === 'div') return partsOf(child)
    return /^d[td]$/.test(nameOf(child)) ? [child] : []
  })
}

function termOf(reading: Reading, { words, meanings }: Entry, moved: NodeJson[]): NodeJson {
  const { losses } = reading
  const said = words.map((word) => textOf(asWords(reading.elementsIn(word), losses)))
  const text = said.join(', ').replace(/\s+/g, ' ').trim()
  const meant = meanings.flatMap((meaning) => reading.elementsIn(meaning))
  const { fitted, moved: out } = fitInto(meant, 'flow', losses)
  moved.push(...out)
  const flow = fitted.length > 0 ? fitted : [{ type: 'paragraph' }]
  const word = { type: 'glossaryWord', content: text ? [textNode(text, [])] : [] }
  return { type: 'glossaryTerm', content: [word, ...flow] }
}
