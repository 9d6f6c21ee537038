import { nodeFromSpec } from './from-spec.ts'

export const tableHeader = nodeFromSpec('tableHeader')
