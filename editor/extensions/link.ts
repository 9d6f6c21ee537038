import { markFromSpec } from './from-spec.ts'

export const link = markFromSpec('link')
