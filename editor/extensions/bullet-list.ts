import { wrappingInputRule } from '@tiptap/core'
import { nodeFromSpec } from './from-spec.ts'

/** `- ` or `* ` at the start of a paragraph starts a list. */
export const bulletList = nodeFromSpec('bulletList', {
  rules() {
    return [wrappingInputRule({ find: /^[-*•]\s$/, type: this.type })]
  },
})
