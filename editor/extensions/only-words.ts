import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'

/**
 * Whether a transaction only changed words inside lines that had some and still have: what a key
 * press does. No node came, went or changed its attributes, so nothing about nodes is to be redone.
 */
export function changesOnlyWords(transaction: Transaction): boolean {
  return transaction.steps.every((step, index) => {
    if (!(step instanceof ReplaceStep)) return false
    const before = transaction.docs[index]?.resolve(step.from)
    if (!before?.parent.inlineContent || step.to > before.end()) return false
    const { size, content } = step.slice.content
    const left = before.parent.content.size - (step.to - step.from)
    return (
      before.parent.content.size > 0 && left + size > 0 && content.every((node) => node.isText)
    )
  })
}
