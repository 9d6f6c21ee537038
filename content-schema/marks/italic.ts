import type { MarkSpec } from 'prosemirror-model'

export const italic: MarkSpec = {
  parseDOM: [{ tag: 'em' }, { tag: 'i' }],
  toDOM: () => ['em', 0],
}
