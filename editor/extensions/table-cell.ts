import { nodeFromSpec } from './from-spec.ts'

export const tableCell = nodeFromSpec('tableCell')
