/** HTML that was made by {@link h}: its text is escaped already. */
export class Html {
  constructor(readonly markup: string) {}
  toString(): string {
    return this.markup
  }
}

export type Attributes = Record<string, string | number | boolean | null | undefined>
/** Strings are text and are escaped; `null` and `false` leave nothing. */
export type Child = Html | string | number | null | false | undefined | readonly Child[]

/**
 * Makes an element. There is no other way to make HTML here, so that no text of an author can ever
 * become markup.
 *
 * @param attributes `true` writes the name alone; `false`, `null` and `undefined` leave it out
 * @throws RangeError on a name that is none, or on an attribute that would run code or hold style
 */
export function h(tag: string, attributes: Attributes = {}, ...children: Child[]): Html {
  if (!/^[a-z][a-z0-9]*$/.test(tag)) throw new RangeError(`${tag} is not an element`)
  const start = `<${tag}${Object.entries(attributes).map(writeAttribute).join('')}>`
  if (voidElements.has(tag)) return new Html(start)
  return new Html(`${start}${markupOf(children)}</${tag}>`)
}

/**
 * As {@link h}, for a drawing: SVG has names of attributes that HTML has not.
 *
 * @throws RangeError on what is no part of a drawing, or could lead out of it
 */
export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): Html {
  if (!drawingElements.has(tag)) throw new RangeError(`${tag} is not a part of a drawing`)
  const start = `<${tag}${Object.entries(attributes)
    .map(([name, value]) =>
      name === 'viewBox'
        ? ` viewBox="${escapeText(String(value))}"`
        : writeAttribute([name, value]),
    )
    .join('')}>`
  return new Html(`${start}${markupOf(children)}</${tag}>`)
}

/** Several pieces of HTML, one after the other. */
export function fragment(...children: Child[]): Html {
  return new Html(markupOf(children))
}

/** Data for a script to read. `<` is written so that nothing in it can end the element. */
export function jsonBlock(id: string, data: unknown): Html {
  const json = JSON.stringify(data).replace(/</g, '\\u003c')
  return new Html(`<script type="application/json" id="${escapeText(id)}">${json}</script>`)
}

/** A script of ours in the page itself, for a page that is one file. Nothing in it can end the element. */
export function scriptBlock(code: string): Html {
  const safe = code.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '\\x3c!--')
  return new Html(`<script>${safe}</script>`)
}

/** A style sheet in the page itself, for a page that is one file. Nothing in it can end the element. */
export function styleBlock(css: string): Html {
  return new Html(`<style>${css.replace(/<\//g, '<\\/')}</style>`)
}

function escapeText(text: string): string {
  return text
    .replace(neverInHtml, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

const drawingElements = new Set(['svg', 'g', 'path', 'rect', 'line', 'circle', 'text'])

const voidElements = new Set(['br', 'img', 'input', 'link', 'meta', 'source', 'track'])

/** Characters that HTML does not allow, lone halves of pairs among them. */
const neverInHtml = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function markupOf(children: readonly Child[]): string {
  return children.map(childMarkup).join('')
}

function childMarkup(child: Child): string {
  if (child === null || child === undefined || child === false) return ''
  if (child instanceof Html) return child.markup
  if (typeof child === 'string' || typeof child === 'number') return escapeText(String(child))
  return markupOf(child)
}

function writeAttribute([name, value]: [string, Attributes[string]]): string {
  if (!/^[a-z][a-z0-9-]*$/.test(name) || /^(on|style$)/.test(name)) {
    throw new RangeError(`${name} is not an attribute that a page may have`)
  }
  if (value === null || value === undefined || value === false) return ''
  return value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`
}
