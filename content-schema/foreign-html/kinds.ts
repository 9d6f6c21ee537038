import type { LossCode } from './losses.ts'
import { hasClass, nameOf, styleOf } from './style.ts'

/** What an element is to us. */
export type Kind =
  | 'nothing'
  | 'inline'
  | 'apart'
  | 'paragraph'
  | 'caption'
  | 'break'
  | 'image'
  | 'list'
  | 'table'
  | 'details'
  | 'preformatted'
  | 'quote'
  | 'term'
  | 'terms'

const groups: [Kind, string][] = [
  [
    'nothing',
    'head style meta link title base noscript template xml colgroup col wbr area map source track ' +
      'param rp datalist hr',
  ],
  [
    'apart',
    'div section article main header footer aside address hgroup form fieldset legend center ' +
      'figure body html dd tr td th tbody thead tfoot li summary',
  ],
  ['paragraph', 'p'],
  ['caption', 'figcaption caption'],
  ['break', 'br'],
  ['image', 'img'],
  ['list', 'ul ol menu dir'],
  ['table', 'table'],
  ['details', 'details'],
  ['preformatted', 'pre listing xmp'],
  ['quote', 'blockquote'],
  ['term', 'dt'],
  ['terms', 'dl'],
]

const kinds = new Map(groups.flatMap(([kind, names]) => names.split(' ').map((n) => [n, kind])))

/** What runs, what is shown from elsewhere, what is filled in: never taken, and said. */
const leftOut: [LossCode, string][] = [
  ['foreign.script', 'script'],
  [
    'foreign.embedded',
    'iframe frame frameset object embed applet video audio canvas svg math portal model',
  ],
  ['foreign.form', 'input select textarea button option meter progress'],
  ['foreign.navigation', 'nav dialog'],
  ['foreign.revision', 'del'],
]

const lost = new Map(leftOut.flatMap(([code, names]) => names.split(' ').map((n) => [n, code])))

export function kindOf(element: Element): Kind {
  const name = nameOf(element)
  const kind = kinds.get(name)
  if (name === 'p' && hasClass(element, /^MsoCaption$/)) return 'caption'
  if (kind) return kind
  // VML drawings and the settings of Word; `o:p`, `st1:…` and `w:sdt` only stand around words.
  return /^(v:|w:worddocument|w:latentstyles|o:officedocument)/.test(name)
    ? 'nothing'
    : 'inline'
}

/** Why an element and all it holds is left out, `null` when it is not. */
export function lossOf(element: Element): LossCode | null {
  const code = lost.get(nameOf(element))
  if (code) return code
  if (hasClass(element, /^msoDel$/)) return 'foreign.revision'
  const role = element.getAttribute('role') ?? ''
  if (/^(navigation|search|menu|menubar|toolbar|dialog)$/.test(role))
    return 'foreign.navigation'
  if (hasClass(element, /^MsoToc/)) return 'foreign.contents-table'
  if (hasClass(element, /^(msocomanchor|comment-anchor)$/)) return 'foreign.comment'
  return null
}

/** Parts of an office file that say nothing of their own: headers, footers, bodies of comments. */
export function isMachinery(element: Element): boolean {
  const part = styleOf(element).get('mso-element') ?? ''
  return /^(comment|header|footer|field-)/.test(part) || hasClass(element, /^msocom(off|txt)$/)
}

/** The level a heading has where it comes from, 0 for the title of a whole file; `null` for none. */
export function headingLevel(element: Element): number | null {
  const tag = /^h([1-6])$/.exec(nameOf(element))?.[1]
  if (hasClass(element, /^(MsoTitle|title)$/) && nameOf(element) === 'p') return 0
  if (tag) return Number(tag)
  if (element.getAttribute('role') === 'heading')
    return clampedLevel(element.getAttribute('aria-level') ?? '2')
  if (nameOf(element) !== 'p' && nameOf(element) !== 'div') return null
  const named = /(?:^|\s)MsoHeading(\d)/.exec(element.getAttribute('class') ?? '')?.[1]
  const outline = /^\d$/.exec(styleOf(element).get('mso-outline-level') ?? '')?.[0]
  if (named || outline) return clampedLevel(named ?? outline ?? '')
  return hasClass(element, /^T$/) && element.querySelector('[lang]') ? 1 : null
}

function clampedLevel(written: string): number {
  const level = Number(written)
  return Number.isInteger(level) && level >= 1 ? Math.min(level, 9) : 2
}
