import { expect, type Locator, type Page } from '@playwright/test'
import type { Editor } from '@tiptap/core'

export function part(page: Page, id: string): Locator {
  return page.locator(`.ProseMirror [data-id="${id}"]`)
}

/** What Tiptap leaves on the element it writes in. */
type Written = { editor: Editor }

/**
 * Selects a whole element, as Escape does in it; what is then pressed is pressed for real.
 * What the key before set off may still be on its way: a hand presses once the page stands still.
 */
export async function select(page: Page, id: string): Promise<void> {
  await page.bringToFront()
  await expect(async () => {
    await page.evaluate(selectThere, id)
    await page.evaluate(twoFrames)
    expect(await page.evaluate(selectedThere)).toContain(id)
    await expect(page.locator('.ProseMirror')).toBeFocused({ timeout: 100 })
  }).toPass({ timeout: 15_000 })
}

function selectThere(wanted: string): void {
  const { editor } = document.querySelector('.ProseMirror') as unknown as Written
  editor.state.doc.descendants((node, position) => {
    if (node.attrs.id === wanted) editor.commands.setNodeSelection(position)
  })
  // Tiptap's own command waits for the next frame: a key could come before.
  editor.view.focus()
}

/** What is selected and all that holds it: a table selects all its cells. */
function selectedThere(): string[] {
  const { editor } = document.querySelector('.ProseMirror') as unknown as Written
  const { $from } = editor.state.selection
  const around = Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth))
  return [...around, $from.nodeAfter].map((node) => node?.attrs.id)
}

function twoFrames(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
}

export async function caretAtEnd(page: Page, id: string): Promise<void> {
  await page.bringToFront()
  await part(page, id).click()
  await page.keyboard.press('End')
  await page.evaluate(twoFrames)
  await expect.poll(() => page.evaluate(selectedThere)).toContain(id)
}
