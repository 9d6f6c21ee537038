import type { NodeJson } from '../identity.ts'
import { textOf } from './inline.ts'

/** Characters; as the schema's texts. */
const longestCaption = 2000

/** Gives each caption to the picture before it, or to the table beside it, that has none yet. */
export function attachCaptions(nodes: NodeJson[], captions: WeakSet<NodeJson>): NodeJson[] {
  const out: NodeJson[] = []
  let waiting: NodeJson | null = null
  for (const node of nodes) {
    const last: NodeJson | undefined = out.at(-1)
    if (captions.has(node) && last && wants(last, ['image', 'table']))
      out[out.length - 1] = withCaption(last, node)
    else if (waiting && wants(node, ['table'])) {
      out[out.length - 1] = withCaption(node, waiting)
      waiting = null
    } else {
      out.push(node)
      waiting = captions.has(node) ? node : null
    }
  }
  return out
}

function wants({ type, attrs }: NodeJson, types: string[]): boolean {
  return types.includes(type) && !attrs?.caption
}

function withCaption(node: NodeJson, paragraph: NodeJson): NodeJson {
  const caption = textOf(paragraph.content ?? []).slice(0, longestCaption)
  return { ...node, attrs: { ...node.attrs, caption } }
}
