import { frenchSpaces } from '#app/i18n/french-spaces.ts'
import type { NodeJson } from '#content-schema/identity.ts'

/** Puts the no-break spaces of French typography where a plain space was typed. */
export function french(text: string): string {
  return frenchSpaces(text)
    .replace(/(\d) (?=\d{3}\b)/g, '$1\u00a0')
    .replace(/(\d) (m|m²|mm|cm|kg|g|L|litres?|minutes?|°C|V)(?![\p{L}\d])/gu, '$1\u00a0$2')
}

/** Text with `**strong**`, `*stressed*` and `[words](#address)` as inline nodes. */
export function inline(text: string): NodeJson[] {
  return french(text)
    .split(/(\*\*.+?\*\*|\*.+?\*|\[.+?\]\(.+?\))/)
    .filter((part) => part !== '')
    .map(inlineNode)
}

function inlineNode(part: string): NodeJson {
  const [, words, href] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? []
  if (words && href) return marked(words, { type: 'link', attrs: { href } })
  if (part.startsWith('**')) return marked(part.slice(2, -2), { type: 'bold' })
  if (part.startsWith('*')) return marked(part.slice(1, -1), { type: 'italic' })
  return { type: 'text', text: part }
}

function marked(text: string, mark: NonNullable<NodeJson['marks']>[number]): NodeJson {
  return { type: 'text', text, marks: [mark] }
}
