import { wrappingInputRule } from '@tiptap/core'
import { nodeFromSpec } from './from-spec.ts'

/** `1. ` at the start of a paragraph starts a numbered list. */
export const orderedList = nodeFromSpec('orderedList', {
  rules() {
    return [wrappingInputRule({ find: /^1[.)]\s$/, type: this.type })]
  },
})
