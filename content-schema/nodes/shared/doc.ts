import type { NodeSpec } from 'prosemirror-model'

/** A whole document: one section or more, each a page in the player. */
export const doc: NodeSpec = { content: 'section+' }
