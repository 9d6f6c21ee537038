import { markFromSpec } from './from-spec.ts'

export const language = markFromSpec('language')
