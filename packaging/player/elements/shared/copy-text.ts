import { make, on, one } from '#packaging/player/view/dom.ts'

/** A button that copies a text, and says beside it whether it could. */
export function wireCopy(tools: HTMLElement, read: () => string): void {
  const { dataset } = tools
  on(one('button', tools), 'click', async () => {
    const copied = await copyText(read())
    one('[role=status]', tools).textContent = dataset[copied ? 'copied' : 'notCopied']!
  })
}

/** In the frame of an LMS the clipboard is often forbidden: the older way is tried then. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement as HTMLElement | null
  const field = make('textarea', 'for-screen-readers')
  field.value = text
  document.body.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  before?.focus()
  return copied
}
