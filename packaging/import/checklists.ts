import type { Inline } from '#content-schema/foreign-html/inline.ts'
import type { NodeJson } from '#content-schema/identity.ts'

/** How a box to tick is written: by Markdown, and by word processors. */
const box = /^(?:\[[ xX]\]|[☐☑☒])[ \u00A0]+/

/** As the schema's checklists. */
const mostItems = 60

/** The same nodes; lists and runs of paragraphs whose every line begins with a box are checklists. */
export function withChecklists(nodes: readonly NodeJson[]): NodeJson[] {
  const out: NodeJson[] = []
  let run: Inline[] = []
  const close = () => {
    for (let start = 0; start < run.length; start += mostItems)
      out.push(checklist(run.slice(start, start + mostItems)))
    run = []
  }
  for (const node of nodes) {
    const lines = boxedLines(node)
    if (lines && node.type === 'paragraph') run.push(...lines)
    else {
      close()
      out.push(lines && lines.length <= mostItems ? checklist(lines) : node)
    }
  }
  close()
  return out
}

/** What each line says after its box; `null` when one has none. */
function boxedLines({ type, content = [] }: NodeJson): Inline[] | null {
  if (type === 'paragraph') return boxed([content])
  if (type !== 'bulletList' && type !== 'orderedList') return null
  const flat = content.every((item) => item.content?.length === 1)
  const lines = content.map((item) => item.content?.[0]?.content ?? [])
  return flat && lines.length > 0 ? boxed(lines) : null
}

function boxed(lines: Inline[]): Inline[] | null {
  const found = lines.map(withoutBox)
  return found.every((line) => line !== null) ? found : null
}

function withoutBox([first, ...others]: Inline): Inline | null {
  if (!first?.text || !box.test(first.text)) return null
  const text = first.text.replace(box, '')
  return text === '' ? others : [{ ...first, text }, ...others]
}

function checklist(lines: Inline[]): NodeJson {
  const items = lines.map((content) => ({
    type: 'checklistItem',
    content: [{ type: 'checklistText', content }],
  }))
  return { type: 'checklist', content: items }
}
