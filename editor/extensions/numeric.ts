import { numericControls } from '../node-views/numeric-controls.ts'
import { questionView } from '../node-views/question-view.ts'
import { nodeFromSpec } from './from-spec.ts'

export const numeric = nodeFromSpec('numeric', { view: questionView(numericControls) })
