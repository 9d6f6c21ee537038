import { questionView } from '../node-views/question-view.ts'
import { nodeFromSpec } from './from-spec.ts'

export const singleChoice = nodeFromSpec('singleChoice', { view: questionView() })
