import type { MarkSpec } from 'prosemirror-model'

export const code: MarkSpec = {
  parseDOM: [{ tag: 'code' }, { tag: 'tt' }],
  toDOM: () => ['code', 0],
}
