import type { MarkSpec } from 'prosemirror-model'

export const superscript: MarkSpec = {
  parseDOM: [{ tag: 'sup' }],
  toDOM: () => ['sup', 0],
}
