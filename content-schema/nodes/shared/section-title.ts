import type { NodeSpec } from 'prosemirror-model'
import { titleLine } from './line.ts'

/** Level 2 of the page's outline: the module's own title is level 1. */
export const sectionTitle: NodeSpec = titleLine('section-title', 'h2')
