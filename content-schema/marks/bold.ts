import type { MarkSpec } from 'prosemirror-model'

export const bold: MarkSpec = {
  parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
  toDOM: () => ['strong', 0],
}
