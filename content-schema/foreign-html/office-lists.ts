import { declarations, hasClass, isElement, nameOf, styleOf } from './style.ts'

/** How a paragraph of an office program says that it is the item of a list. */
export type OfficeItem = {
  /** From 1. */
  level: number
  ordered: boolean
  /** What tells one list from the next. */
  key: string
  /** The number written before it, `null` for a bullet or when it cannot be read. */
  number: number | null
}

/** Whether each level of each list of Word is numbered: `l0:level1` → true. */
export type ListStyles = ReadonlyMap<string, boolean>

/** Reads the `@list` rules that Word writes beside its text. */
export function listStyles(styleSheet: string): ListStyles {
  const found = new Map<string, boolean>()
  const rules = styleSheet.matchAll(/@list\s+(l\d+:level\d+)[^{]{0,80}\{([^}]{0,2000})\}/g)
  for (const [, name = '', body = ''] of rules) {
    const format = declarations(body).get('mso-level-number-format') ?? 'arabic'
    found.set(name, format !== 'bullet' && format !== 'image')
  }
  return found
}

/** `null` when the paragraph is no item of a list. */
export function officeItem(paragraph: Element, styles: ListStyles): OfficeItem | null {
  return wordItem(paragraph, styles) ?? slideItem(paragraph)
}

/** `mso-list:l0 level2 lfo1`, or a list's class and a bullet that somebody typed. */
function wordItem(paragraph: Element, styles: ListStyles): OfficeItem | null {
  const written = styleOf(paragraph).get('mso-list') ?? ''
  const named = /^(l\d+) level(\d+) (lfo\d+)/.exec(written)
  const marker = markerOf(paragraph)
  if (!named) return marker === null || written === 'none' ? null : typedItem(marker)
  const [, list = '', level = '1', override = ''] = named
  const known = styles.get(`${list}:level${level}`)
  const { ordered, number } = typedItem(marker ?? '')
  return { level: Number(level), ordered: known ?? ordered, key: `${list} ${override}`, number }
}

function typedItem(marker: string): OfficeItem {
  const text = marker.replace(/[\s\u00A0]+/g, '')
  const ordered = /^[([]?(\d{1,4}|[a-z]|[ivxlcdm]{1,7})([.)\]°-]|$)/i.test(text) && text !== 'o'
  return { level: 1, ordered, key: 'typed', number: ordered ? numberIn(text) : null }
}

/** The last number of `2.3.` or `b)`; roman numbers are read only when they are plainly `i`. */
function numberIn(marker: string): number | null {
  const digits = /(\d+)[^\d]*$/.exec(marker)?.[1]
  if (digits) return Number(digits)
  const letter = /^[([]?([a-z])[.)\]]?$/i.exec(marker)?.[1]?.toLowerCase()
  if (!letter) return null
  return letter === 'i' ? 1 : letter.charCodeAt(0) - 96
}

/** What Word shows as the bullet or number of an item, `null` when it shows none. */
function markerOf(paragraph: Element): string | null {
  const marker = [...paragraph.querySelectorAll('span')].find(
    (span) => styleOf(span).get('mso-list') === 'Ignore',
  )
  return marker ? (marker.textContent ?? '') : null
}

/** A span that only draws a bullet: the list itself will draw its own. */
export function isMarker(element: Element): boolean {
  const style = styleOf(element)
  return style.get('mso-list') === 'Ignore' || style.has('mso-special-format')
}

/** PowerPoint: `mso-special-format:bullet` in a paragraph of class `O`, `O1`, `O2`… */
function slideItem(paragraph: Element): OfficeItem | null {
  const marker = [...paragraph.querySelectorAll('span')].find((span) =>
    styleOf(span).has('mso-special-format'),
  )
  if (!marker) return null
  const format = styleOf(marker).get('mso-special-format') ?? ''
  const level = Number(/\bO(\d)\b/.exec(paragraph.getAttribute('class') ?? '')?.[1] ?? 0) + 1
  const number = numberIn(marker.textContent ?? '')
  return { level, ordered: /numbullet/.test(format), key: 'slide', number }
}

/** A further paragraph of an item of Word. */
export function continuesItem(paragraph: Element): boolean {
  return hasClass(paragraph, /^MsoList(Paragraph|Continue)/)
}

/** What the place of a `ul` or `ol`, and Word online's and Google's attributes, say of an item. */
export function htmlItem(item: Element, depth: number, key: string): OfficeItem {
  const list = item.parentElement
  const written = item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level')
  const level = Number(written)
  const id = item.getAttribute('data-listid')
  return {
    level: written !== null && Number.isInteger(level) && level > 0 ? level : depth,
    ordered: list !== null && isElement(list) && nameOf(list) === 'ol',
    key: id ? `listid ${id}` : key,
    number: startOf(item),
  }
}

function startOf(item: Element): number | null {
  const list = item.parentElement
  const written = item.getAttribute('value') ?? list?.getAttribute('start')
  if (!written || list?.querySelector('li') !== item) return null
  return Number.isInteger(Number(written)) ? Number(written) : null
}
