import { SaxesParser } from 'saxes'

/** An element that was read: names without prefix, beside their namespace. */
export type Element = {
  name: string
  namespace: string
  /** By local name; `xml:lang` and the like are kept with their prefix only in `xml`. */
  attributes: Record<string, string>
  children: Element[]
  text: string
}

/** Deeper than any manifest: only a hostile file goes there. */
const deepest = 100

/**
 * Reads XML, strictly: unknown entities, control characters and whatever is not well-formed are
 * refused, and no external file is ever opened.
 *
 * @throws Error naming the first fault, with its line
 */
export function parseXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true })
  const top: Element = { name: '', namespace: '', attributes: {}, children: [], text: '' }
  const open = [top]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
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
  const root = top.children[0]
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
