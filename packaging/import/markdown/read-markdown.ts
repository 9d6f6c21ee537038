import MarkdownIt from 'markdown-it'
import type { Finding } from '#content-schema/finding.ts'
import { type Imported, importFinding, type SaidRights } from '../imported.ts'
import { sectionsFromHtml } from '../sections-from-html.ts'
import { definitionRules } from './definitions.ts'
import { withNotes, withRaisedNumbers } from './footnotes.ts'
import { formulaRules, markedFormulas } from './formulas.ts'

/** HTML inside is text: what a Markdown file has of it is shown as it was written. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
  .use(formulaRules)
  .use(definitionRules)

/** Characters that this reading marks places with; a file that has them must not. */
const ownMarks = /[\uE000-\uE007]/g

/** A Markdown file, also of R Markdown or Marp, as sections. */
export function readMarkdown(text: string, language: string): Imported {
  const { title, body, rights } = withoutFrontMatter(
    text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(ownMarks, ''),
  )
  const tags = new Set<string>()
  const { html, count } = withoutTags(body, tags)
  const noted = withNotes(html, outsideCode)
  const rendered = withRaisedNumbers(markdown.render(noted.body))
  const imported = sectionsFromHtml(rendered, language, markedFormulas)
  const findings = [
    ...imported.findings,
    ...(noted.count > 0 ? [footnotes(noted.count)] : []),
    ...(count > 0 ? [importFinding('import.not-understood', count, [...tags])] : []),
  ]
  return { ...imported, title: title || imported.title, ...(rights && { rights }), findings }
}

function footnotes(count: number): Finding {
  return {
    code: 'foreign.footnote',
    severity: 'warns',
    nodeId: null,
    params: { count, names: '' },
  }
}

/** The block between `---` lines that says how a file is to be built. */
function withoutFrontMatter(text: string): {
  title: string
  body: string
  rights: SaidRights | null
} {
  const [whole, facts = ''] = /^---\n([\s\S]{0,20000}?)\n---(?:\n|$)/.exec(text) ?? []
  if (whole === undefined) return { title: '', body: text, rights: null }
  const [title = ''] = valuesOf(facts, 'title')
  return { title, body: text.slice(whole.length), rights: rightsIn(facts) }
}

function rightsIn(facts: string): SaidRights | null {
  const authors = valuesOf(facts, 'authors?').slice(0, 20)
  const [licence = ''] = valuesOf(facts, '(?:licen[cs]e|rights|copyright)')
  return authors.length > 0 || licence ? { authors, licence, source: '' } : null
}

/** A value on the line of its name, between brackets there, or each on a line of its own below. */
function valuesOf(facts: string, name: string): string[] {
  const line = new RegExp(`^${name}:[ \\t]*(.*)((?:\\n[ \\t]*- .*)*)`, 'im').exec(facts)
  if (!line) return []
  const [, beside = '', below = ''] = line
  const listed = below.split('\n').map((each) => each.replace(/^[ \t]*- /, ''))
  const bracketed = /^\[(.*)\]\s*$/.exec(beside)?.[1]?.split(',')
  return [...(bracketed ?? [beside]), ...listed]
    .map((text) =>
      text
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2')
        .slice(0, 500),
    )
    .filter(Boolean)
}

/**
 * Comments, styles and sizes of pictures say nothing to readers; other tags outside code are left
 * out, and counted by name.
 */
function withoutTags(body: string, names: Set<string>): { html: string; count: number } {
  let count = 0
  const html = outsideCode(body, (part) =>
    part
      .replace(/<!--[\s\S]{0,20000}?-->/g, '')
      .replace(/<(style|script)\b[\s\S]{0,50000}?<\/\1>/gi, '')
      .replace(/(!\[[^\]\n]*\]\([^)\n]*\))\{[^}\n]*\}/g, '$1')
      .replace(/<\/?([a-z][a-z0-9-]*)(?:\s[^<>]{0,2000})?\/?>/gi, (_, name: string) => {
        if (name.toLowerCase() === 'br') return '  \n'
        count++
        names.add(`<${name.toLowerCase()}>`)
        return ''
      }),
  )
  return { html, count }
}

/** Changes the text between fenced blocks and `code`. */
function outsideCode(body: string, change: (part: string) => string): string {
  const code = /(^(?:```|~~~)[\s\S]*?^(?:```|~~~)[^\n]*$|`[^`\n]+`)/m
  return body
    .split(new RegExp(code, 'gm'))
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('')
}
