import { nodeFromSpec } from './from-spec.ts'

export const accordion = nodeFromSpec('accordion')
