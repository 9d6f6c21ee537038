import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { foldHeadings } from '#content-schema/foreign-html/headings.ts'
import { findingsOf, readForeignHtml } from '#content-schema/foreign-html/read-foreign-html.ts'
import { type NodeJson, withIds } from '#content-schema/identity.ts'
import { schema } from '#content-schema/schema.ts'
import { inertHtml } from '#editor/paste/inert-html.ts'

/** What a paste of HTML comes to; checked against the schema on the way. */
export function pasted(html: string) {
  const inert = inertHtml(html)
  const { styleSheet } = inert
  const foreign = readForeignHtml(bodyOf(inert.html), { language: 'fr', styleSheet })
  const nodes = foldHeadings(foreign.nodes, foreign.losses)
  check(nodes)
  const findings = findingsOf(foreign)
  return {
    nodes,
    images: foreign.images,
    lines: nodes.flatMap((node) => linesOf(node)),
    lost: Object.fromEntries(
      findings.map(({ code, params }) => [code.replace('foreign.', ''), params?.count]),
    ),
    findings,
  }
}

export function sample(name: string): string {
  return readFileSync(`tests/corpus/paste/${name}`, 'utf8')
}

/** An element on a line, what it holds below it; marks as `<bold>words</bold>`. */
export function linesOf(node: NodeJson, indent = ''): string[] {
  const { id: _, ...attrs } = node.attrs ?? {}
  const written = Object.entries(attrs).map(([name, value]) => `${name}=${value}`)
  const inline = node.content?.some(({ type }) => inlineTypes.includes(type))
  const words = inline ? (node.content ?? []).map(wordsOf).join('') : ''
  const line = [node.type, ...written, words && `“${words}”`].filter(Boolean).join(' ')
  const below = inline ? [] : (node.content ?? [])
  return [`${indent}${line}`, ...below.flatMap((child) => linesOf(child, `${indent}  `))]
}

const inlineTypes = ['text', 'hardBreak', 'clozeGap', 'mathInline']

function wordsOf(node: NodeJson): string {
  const { type, marks = [] } = node
  if (type === 'clozeGap' || type === 'mathInline') return `[${linesOf(node)[0]}]`
  const text = node.text ?? '⏎'
  return marks.reduceRight((inner, { type, attrs }) => {
    const value = attrs ? ` ${Object.values(attrs)[0]}` : ''
    return `<${type}${value}>${inner}</${type}>`
  }, text)
}

function bodyOf(html: string): Element {
  const page = /<body/i.test(html) ? html : `<html><body>${html}</body></html>`
  return parseHTML(page).document.body
}

function check(nodes: NodeJson[]): void {
  if (nodes.length === 0) return
  const section = { type: 'section', content: [{ type: 'sectionTitle' }, ...nodes] }
  schema.nodeFromJSON(withIds({ type: 'doc', content: [section] })).check()
}
