import { SaxesParser } from 'saxes'

/** An element that was read: names without prefix, beside their namespace. */
export type Element = {
  name: string
  namespace: string
  /** By local name; `xml:lang` and the like are kept with their prefix only in `xml`. */
  attributes: Record<string, string>
  children: Element[]
  text: string
  /** Where its name stands, from 1. */
  line: number
}

export type XmlLimits = {
  /** More elements than that are refused; as many as there are when absent. */
  most?: number
  /** Is told of a `<!DOCTYPE …>`, and may throw. */
  onDoctype?: (declaration: string) => void
}

/** There are more elements than were allowed. */
export class TooManyElements extends Error {}

/** Deeper than any manifest: only a hostile file goes there. */
const deepest = 100

/**
 * Reads XML, strictly: unknown entities, control characters and whatever is not well-formed are
 * refused, and no external file is ever opened.
 *
 * @throws Error naming the first fault, with its line
 */
export function parseXml(xml: string, { most = Infinity, onDoctype }: XmlLimits = {}): Element {
  const parser = new SaxesParser({ xmlns: true })
  const top = { name: '', namespace: '', attributes: {}, children: [], text: '', line: 1 }
  const open: Element[] = [top]
  let line = 1
  let count = 0
  parser.on('error', (error) => {
    throw error
  })
  if (onDoctype) parser.on('doctype', onDoctype)
  parser.on('opentagstart', () => {
    line = parser.line
  })
  parser.on('opentag', (tag) => {
    count += 1
    if (count > most) throw new TooManyElements(`it has more than ${most} elements`)
    if (open.length > deepest) throw new Error('it is nested too deeply')
    const attributes = Object.values(tag.attributes)
      .filter(({ prefix }) => prefix !== 'xmlns')
      .map(({ local, value }) => [local, value])
    const element: Element = {
      name: tag.local,
      namespace: tag.uri,
      attributes: Object.fromEntries(attributes),
      children: [],
      text: '',
      line,
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const addText = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  const root: Element | undefined = top.children[0]
  if (!root) throw new Error('it is empty')
  return root
}

/** Every element of this name in a tree, the tree itself included, in document order. */
export function elementsNamed(element: Element, name: string): Element[] {
  const below = element.children.flatMap((child) => elementsNamed(child, name))
  return element.name === name ? [element, ...below] : below
}

export function childNamed(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name)
}
