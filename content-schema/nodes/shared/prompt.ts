import type { NodeSpec } from 'prosemirror-model'
import { textLine } from './line.ts'

/** What a question asks. */
export const prompt: NodeSpec = textLine('prompt')
