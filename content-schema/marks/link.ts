import type { MarkSpec } from 'prosemirror-model'

/** A link to the web, to an address, or (`#` and a node's id) to another place of the same module. */
export const link: MarkSpec = {
  inclusive: false,
  attrs: { href: { validate: safeHref } },
  parseDOM: [
    {
      tag: 'a[href]',
      getAttrs: (dom) => {
        const href = dom.getAttribute('href')?.trim() ?? ''
        return isSafeHref(href) ? { href } : false
      },
    },
  ],
  toDOM: (mark) => ['a', { href: mark.attrs.href, rel: 'noopener noreferrer' }, 0],
}

/** Only these schemes ever leave for a learner's browser: `javascript:` and `data:` run code. */
export function isSafeHref(href: unknown): boolean {
  if (typeof href !== 'string' || href.length > 2000) return false
  if (/^#[0-9a-z]{10}$/.test(href)) return true
  return /^(https?:\/\/[^\s/]|mailto:|tel:)\S*$/i.test(href)
}

function safeHref(value: unknown): void {
  if (!isSafeHref(value))
    throw new RangeError(`href must be a web address, got ${JSON.stringify(value)}`)
}
