import { nodeFromSpec } from './from-spec.ts'

export const doc = nodeFromSpec('doc')
