/** What a remark is about: the whole module, an element, or some words of one. */
export type About = {
  /** Empty for the whole module. */
  nodeId: string
  /** Empty for the element as a whole. */
  words: string
  /** What stands right before the words in the element. */
  before: string
}

export const wholeModule: About = { nodeId: '', words: '', before: '' }

/** Longer quotations are the element itself. */
const mostWords = 300

/** The words that are selected inside an element; `null` where nothing is, or more than one element. */
export function selectedIn(holder: Element): Pick<About, 'words' | 'before'> | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!holder.contains(range.commonAncestorContainer)) return null
  const selected = range.toString()
  const words = selected.trim()
  if (words === '' || words.length > mostWords) return null
  const ahead = document.createRange()
  ahead.setStart(holder, 0)
  ahead.setEnd(range.startContainer, range.startOffset)
  const skipped = selected.length - selected.trimStart().length
  return { words, before: `${ahead.toString()}${selected.slice(0, skipped)}`.slice(-32) }
}
