import type { NodeSpec } from 'prosemirror-model'
import { textLine } from './line.ts'

/** What a learner is told after an answer; may be empty. */
export const feedback: NodeSpec = textLine('feedback')
