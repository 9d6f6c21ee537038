import type { MarkSpec } from 'prosemirror-model'

export const subscript: MarkSpec = {
  parseDOM: [{ tag: 'sub' }],
  toDOM: () => ['sub', 0],
}
