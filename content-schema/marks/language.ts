import type { MarkSpec } from 'prosemirror-model'

/** Words in another language than the module's, so that a screen reader changes its voice (RGAA 8.7). */
export const language: MarkSpec = {
  attrs: { lang: { validate: languageTag } },
  parseDOM: [
    {
      tag: 'span[lang]',
      getAttrs: (dom) => (isLanguageTag(dom.lang) ? { lang: dom.lang } : false),
    },
  ],
  toDOM: (mark) => ['span', { lang: mark.attrs.lang }, 0],
}

function languageTag(value: unknown): void {
  if (!isLanguageTag(value))
    throw new RangeError(`lang must be a language tag, got ${JSON.stringify(value)}`)
}

/** The usual part of BCP 47: a language, then a script, a region or a variant. */
export function isLanguageTag(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)
}
