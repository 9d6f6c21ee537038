import { nodeFromSpec } from './from-spec.ts'

export const section = nodeFromSpec('section')
