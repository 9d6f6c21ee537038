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
  await expect(async () => {
    await part(page, id).click()
    await page.keyboard.press('End')
    await page.evaluate(twoFrames)
    expect(await page.evaluate(selectedThere)).toContain(id)
  }).toPass({ timeout: 20_000 })
}

/** Until it is on the clipboard: under load a key can come while the browser still moves its selection. */
export async function copyElement(page: Page, id: string): Promise<void> {
  await expect(async () => {
    await select(page, id)
    await page.evaluate(noteCopies)
    await page.keyboard.press('Control+c')
    expect(await page.evaluate(() => window.copied)).toContain(`data-id="${id}"`)
  }).toPass({ timeout: 20_000 })
}

/** Until there is one more. */
export async function duplicateElement(page: Page, id: string): Promise<void> {
  const before = await page.evaluate(countThere)
  await expect(async () => {
    await select(page, id)
    await page.keyboard.press('Control+d')
    expect(await page.evaluate(countThere)).toBe(before + 1)
  }).toPass({ timeout: 20_000 })
}

declare global {
  interface Window {
    copied: string
  }
}

function noteCopies(): void {
  window.copied = ''
  const note = (event: ClipboardEvent) => {
    window.copied = event.clipboardData?.getData('text/html') ?? ''
  }
  document.addEventListener('copy', note, { once: true })
}

function countThere(): number {
  const { editor } = document.querySelector('.ProseMirror') as unknown as Written
  return editor.state.doc.child(0).childCount
}
