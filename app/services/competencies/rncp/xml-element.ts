/** An element of an entry: its own text, and the elements inside it. */
export type XmlElement = { name: string; text: string; children: XmlElement[] }

/** The elements at the end of a path of names, for example `['ABREGE', 'CODE']`. */
export function elementsAt(element: XmlElement, path: string[]): XmlElement[] {
  return path.reduce(
    (found, name) =>
      found.flatMap((each) => each.children.filter((child) => child.name === name)),
    [element],
  )
}

/** The text of the first element at the end of a path, trimmed; empty when there is none. */
export function textAt(element: XmlElement, ...path: string[]): string {
  return elementsAt(element, path)[0]?.text.trim() ?? ''
}

/** The texts, trimmed, of all the elements at the end of a path that have one. */
export function textsAt(element: XmlElement, ...path: string[]): string[] {
  return elementsAt(element, path)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
}
