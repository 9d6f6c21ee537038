/** The declarations of a `style` attribute, names in lower case; those of Word (`mso-…`) included. */
export function styleOf(element: Element): Map<string, string> {
  const written = writtenStyle(element)
  return written ? declarations(written) : none
}

/** Whoever parses foreign HTML in a page may have put its styles aside, so that none applies. */
export function writtenStyle(element: Element): string | null {
  return element.getAttribute('style') ?? element.getAttribute('data-style')
}

const none = new Map<string, string>()

export function declarations(written: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const declaration of written.slice(0, longestStyle).split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    found.set(name, declaration.slice(colon + 1).trim())
  }
  return found
}

/** Characters; a style longer than this carries a picture, not a look. */
const longestStyle = 4000

export function nameOf(element: Element): string {
  return element.localName.toLowerCase()
}

/** Whether one of the classes of an element matches. */
export function hasClass(element: Element, pattern: RegExp): boolean {
  return (element.getAttribute('class') ?? '').split(/\s+/).some((each) => pattern.test(each))
}

export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true
  const style = styleOf(element)
  return (
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all'
  )
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

export function isText(node: Node): boolean {
  return node.nodeType === 3
}
