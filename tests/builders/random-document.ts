import fc from 'fast-check'
import { readDocument, type StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import {
  bold,
  bulletList,
  callout,
  paragraph,
  right,
  section,
  singleChoice,
  storedDoc,
  withId,
  wrong,
} from './document.ts'

type Shape = { kind: number; words: string[]; id: number }
type SectionShape = { id: number; title: string; elements: Shape[] }

const words = fc.array(fc.constantFrom('feu', 'eau', 'gaz', ''), { maxLength: 2 })
const shape = fc.record({ kind: fc.nat(4), words, id: fc.nat(30) })
const sectionShape = fc.record({
  id: fc.nat(6),
  title: fc.constantFrom('Reconnaître', 'Agir'),
  elements: fc.array(shape, { minLength: 1, maxLength: 5 }),
})

/** Valid documents that share ids, as two states of one module do: moved, changed, gone, new. */
export const anyDocument: fc.Arbitrary<StoredDocument> = fc
  .array(sectionShape, { minLength: 1, maxLength: 5 })
  .map(build)

function build(shapes: SectionShape[]): StoredDocument {
  const taken = new Set<string>()
  const once = (id: string): string => (taken.has(id) ? once(nextId(id)) : id)
  const take = (id: string) => {
    const free = once(id)
    taken.add(free)
    return free
  }
  const sections = shapes.map(({ id, title, elements }) =>
    withId(
      take(`sect${padded(id)}`),
      section(
        title,
        ...elements.map((each) => withId(take(`elem${padded(each.id)}`), elementOf(each))),
      ),
    ),
  )
  const document = storedDoc(...sections)
  readDocument(document)
  return document
}

function elementOf({ kind, words }: Shape): NodeJson {
  const text = words.join(' ')
  if (kind === 1) return callout('tip', paragraph(text), paragraph('Suite'))
  if (kind === 2) return bulletList(text || 'Point', 'Autre point')
  if (kind === 3) return singleChoice({}, text, right('Oui'), wrong('Non'))
  if (kind === 4) return paragraph(text, bold('gras'), 'fin')
  return paragraph(text)
}

function nextId(id: string): string {
  return `${id.slice(0, 4)}${padded(Number(id.slice(4)) + 1)}`
}

function padded(number: number): string {
  return String(number).padStart(6, '0')
}
