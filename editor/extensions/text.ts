import { nodeFromSpec } from './from-spec.ts'

export const text = nodeFromSpec('text')
