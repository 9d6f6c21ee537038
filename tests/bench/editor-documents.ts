import { type StoredDocument, writeDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import {
  bulletList,
  callout,
  doc,
  heading,
  paragraph,
  right,
  section,
  singleChoice,
  wrong,
} from '#tests/builders/document.ts'

const words =
  'Un départ de feu se maîtrise dans la première minute : on donne l’alerte, on coupe ce qui ' +
  'l’alimente, on choisit l’agent qui convient, on garde une issue dans le dos et l’on renonce ' +
  'dès que la fumée gagne.'

/** A module of this many elements: text for the most part, one question in eight. */
export function moduleOf(elements: number): StoredDocument {
  const all = Array.from({ length: elements }, (_, index) => elementAt(index))
  const sections = Array.from({ length: Math.ceil(elements / 20) }, (_, index) =>
    section(`Page ${index + 1}`, ...all.slice(index * 20, index * 20 + 20)),
  )
  return writeDocument(doc(...sections))
}

function elementAt(index: number): NodeJson {
  const place = index % 8
  if (place === 0) return heading(3, `Point ${index}`)
  if (place === 3) return bulletList('Le bois', 'Le papier', 'Le carton')
  if (place === 5) return callout('remember', paragraph(words))
  if (place === 7) {
    return singleChoice({}, `Question ${index} ?`, right('Alerter'), wrong('Courir'))
  }
  return paragraph(words)
}
