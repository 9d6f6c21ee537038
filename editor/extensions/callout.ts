import { nodeFromSpec } from './from-spec.ts'

export const callout = nodeFromSpec('callout')
