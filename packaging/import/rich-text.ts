import { parseHTML } from 'linkedom'
import MarkdownIt from 'markdown-it'
import { asWords } from '#content-schema/foreign-html/fit.ts'
import { type Inline, textNode } from '#content-schema/foreign-html/inline.ts'
import type { Losses } from '#content-schema/foreign-html/losses.ts'
import { readForeignHtml } from '#content-schema/foreign-html/read-foreign-html.ts'

export type RichText = { format: string; text: string }

const markdown = new MarkdownIt({ html: false })

/** A text of a question as the words of one textblock; what it cannot hold is added to the losses. */
export function words(rich: RichText | null, language: string, losses: Losses): Inline {
  const text = rich?.text.trim() ?? ''
  if (text === '') return []
  if (rich?.format === 'plain') return [textNode(text, [])]
  const html = rich?.format === 'markdown' ? markdown.render(text) : text
  const page = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const foreign = readForeignHtml(page.document.body, { language })
  losses.addAll(foreign.losses)
  for (const _ of foreign.images) losses.add('foreign.element-left-out')
  return asWords(
    foreign.nodes.filter(({ type }) => type !== 'image'),
    losses,
  )
}
