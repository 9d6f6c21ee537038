/** XML that was made by {@link x}: its text is escaped already. */
export class Xml {
  constructor(readonly markup: string) {}
}

export type XmlChild = Xml | string | number | null | false | readonly XmlChild[]

/**
 * Makes an element, indented as part of a whole by {@link xmlDocument}.
 *
 * @param attributes `null` leaves one out
 * @throws RangeError on a name that is none, or on a text with a character that XML 1.0 forbids
 * @see XML 1.0 §2.2, production Char
 */
export function x(
  name: string,
  attributes: Record<string, string | number | null> = {},
  ...children: XmlChild[]
): Xml {
  if (!namePattern.test(name)) throw new RangeError(`${name} is not an element`)
  const inside = childrenMarkup(children)
  const start = `${name}${Object.entries(attributes).map(writeAttribute).join('')}`
  return new Xml(inside === '' ? `<${start}/>` : `<${start}>${inside}</${name}>`)
}

export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`
}

export function escapeXml(text: string): string {
  if (forbidden.test(text)) {
    throw new RangeError(
      `XML cannot hold a control character: ${JSON.stringify(text.slice(0, 80))}`,
    )
  }
  return text.replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}

const namePattern = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/

/** Control characters other than tab and line ends, lone halves of pairs, the two non-characters. */
const forbidden = /(?![\t\n\r\u0080-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/u

function childrenMarkup(children: readonly XmlChild[]): string {
  return children.map(childMarkup).join('')
}

function childMarkup(child: XmlChild): string {
  if (child === null || child === false) return ''
  if (child instanceof Xml) return `\n${child.markup}`
  if (typeof child === 'string' || typeof child === 'number') return escapeXml(String(child))
  return childrenMarkup(child)
}

function writeAttribute([name, value]: [string, string | number | null]): string {
  if (!namePattern.test(name)) throw new RangeError(`${name} is not an attribute`)
  return value === null ? '' : ` ${name}="${escapeXml(String(value))}"`
}
