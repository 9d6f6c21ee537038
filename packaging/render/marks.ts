import type { Mark } from 'prosemirror-model'
import { inLanguage } from '#content-schema/direction.ts'
import type { MarkName } from '#content-schema/schema.ts'
import type { RenderContext } from './context.ts'
import { type Html, h } from './html.ts'

type MarkRenderer = (inside: Html, mark: Mark, context: RenderContext) => Html

/** How each mark wraps the text it stands on. */
export const marks: Record<MarkName, MarkRenderer> = {
  bold: (inside) => h('strong', {}, inside),
  italic: (inside) => h('em', {}, inside),
  code: (inside) => h('code', {}, inside),
  subscript: (inside) => h('sub', {}, inside),
  superscript: (inside) => h('sup', {}, inside),
  language: (inside, mark, { contentLanguage }) =>
    h('span', inLanguage(mark.attrs.lang, contentLanguage), inside),
  link,
}

/** A link out of the module opens beside it, and says so: in its place it would end the session. */
function link(inside: Html, mark: Mark, context: RenderContext): Html {
  const href: string = mark.attrs.href
  if (context.paper || !/^https?:/i.test(href)) return h('a', { href }, inside)
  return h(
    'a',
    { href, target: '_blank', rel: 'noopener noreferrer' },
    inside,
    h('span', { class: 'for-screen-readers' }, ` ${context.words.newWindow}`),
  )
}
