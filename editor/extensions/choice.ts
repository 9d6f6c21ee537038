import { choiceView } from '../node-views/choice-view.ts'
import { nodeFromSpec } from './from-spec.ts'

export const choice = nodeFromSpec('choice', { view: choiceView })
