import { questionView } from '../node-views/question-view.ts'
import { trueFalseControls } from '../node-views/true-false-controls.ts'
import { nodeFromSpec } from './from-spec.ts'

export const trueFalse = nodeFromSpec('trueFalse', { view: questionView(trueFalseControls) })
