import { isLanguageTag } from '../marks/language.ts'
import type { MarkJson } from './inline.ts'
import { cleanHref } from './links.ts'
import type { Losses } from './losses.ts'
import { nameOf, styleOf, writtenStyle } from './style.ts'

/** The marks around some words, one of a kind. */
export type Marks = ReadonlyMap<string, MarkJson>

export const noMarks: Marks = new Map()

const tags: Record<string, string> = {
  ...{ b: 'bold', strong: 'bold', i: 'italic', em: 'italic', cite: 'italic', dfn: 'italic' },
  ...{ var: 'italic', sub: 'subscript', sup: 'superscript', code: 'code', tt: 'code' },
  ...{ kbd: 'code', samp: 'code' },
}

const fixedWidth =
  /^["']?(courier|consolas|menlo|monaco|monospace|lucida console|source code|ui-monospace|sfmono|cascadia|dejavu sans mono|liberation mono|roboto mono)/i

/** The marks of the words below an element: what its tag says, then what its style says. */
export function marksBelow(
  element: Element,
  around: Marks,
  losses: Losses,
  language: string,
): Marks {
  const marks = new Map(around)
  const name = nameOf(element)
  const tag = tags[name]
  if (tag) marks.set(tag, { type: tag })
  applyStyle(element, marks, losses)
  if (name === 'u') lose(element, losses, 'foreign.underline')
  if (name === 's' || name === 'strike') lose(element, losses, 'foreign.strikethrough')
  if (name === 'mark') lose(element, losses, 'foreign.highlight')
  if (name === 'a' && element.hasAttribute('href')) applyLink(element, marks, losses)
  applyLanguage(element, marks, language)
  return marks
}

function applyStyle(element: Element, marks: Map<string, MarkJson>, losses: Losses): void {
  const style = styleOf(element)
  if (style.size === 0) return
  const weight = style.get('font-weight')
  if (weight) toggle(marks, 'bold', /^(bold|bolder|[6-9]00)/.test(weight))
  const slant = style.get('font-style')
  if (slant) toggle(marks, 'italic', /^(italic|oblique)/.test(slant))
  const align = style.get('vertical-align')
  if (align === 'super') toggle(marks, 'superscript', true)
  if (align === 'sub') toggle(marks, 'subscript', true)
  if (fixedWidth.test(style.get('font-family') ?? '')) toggle(marks, 'code', true)
  sayOrnaments(element, style, losses)
}

function sayOrnaments(element: Element, style: Map<string, string>, losses: Losses): void {
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  // A link is underlined everywhere: that says nothing that the link does not.
  if (line.includes('underline') && !element.closest('a'))
    lose(element, losses, 'foreign.underline')
  if (line.includes('line-through')) lose(element, losses, 'foreign.strikethrough')
  if (style.has('mso-highlight')) lose(element, losses, 'foreign.highlight')
}

function lose(
  element: Element,
  losses: Losses,
  code: 'foreign.underline' | 'foreign.strikethrough' | 'foreign.highlight',
): void {
  const words = (element.textContent ?? '').trim()
  if (words !== '' && !element.querySelector('a')) losses.add(code, words)
}

function applyLink(element: Element, marks: Map<string, MarkJson>, losses: Losses): void {
  const href = cleanHref(element, losses)
  if (href) marks.set('link', { type: 'link', attrs: { href } })
  else marks.delete('link')
}

/** Word writes a language on every word it has, whether it is true or not: that one says nothing. */
function applyLanguage(element: Element, marks: Map<string, MarkJson>, own: string): void {
  const lang = element.getAttribute('lang') ?? ''
  if (!isLanguageTag(lang) || isOffice(element) || !isInline(element)) return
  const other = lang.split('-')[0] !== own.split('-')[0]
  if (other) marks.set('language', { type: 'language', attrs: { lang } })
  else marks.delete('language')
}

function isOffice(element: Element): boolean {
  return (
    element.hasAttribute('xml:lang') ||
    /mso-|windowtext/.test(writtenStyle(element) ?? '') ||
    element.closest('[class^="Mso"], [class*="TextRun"]') !== null ||
    /^[A-Z]{2}(-|$)/.test(element.getAttribute('lang') ?? '')
  )
}

function isInline(element: Element): boolean {
  return ['span', 'i', 'em', 'b', 'strong', 'cite', 'q', 'a'].includes(nameOf(element))
}

function toggle(marks: Map<string, MarkJson>, type: string, on: boolean): void {
  if (on) marks.set(type, { type })
  else marks.delete(type)
}

/** As the schema stores them: always in the same order, so that equal words join. */
export function markList(marks: Marks): MarkJson[] {
  const order = ['link', 'bold', 'italic', 'code', 'subscript', 'superscript', 'language']
  return order.flatMap((type) => marks.get(type) ?? [])
}
