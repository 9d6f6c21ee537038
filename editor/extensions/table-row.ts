import { nodeFromSpec } from './from-spec.ts'

export const tableRow = nodeFromSpec('tableRow')
