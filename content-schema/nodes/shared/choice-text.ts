import type { NodeSpec } from 'prosemirror-model'
import { textLine } from './line.ts'

export const choiceText: NodeSpec = textLine('choice-text')
