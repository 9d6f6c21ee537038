import type { Page } from '@playwright/test'
import type { Editor } from '@tiptap/core'
import { elements } from '#content-schema/nodes/index.ts'
import { elementNames } from '#content-schema/schema.ts'
import { catalogue } from '#editor/insert/catalogue.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

/** What the menu holds, a section apart: it does not stand among the elements of another. */
const insertable = catalogue.filter(({ create }) => create !== null)

test('every element is written from the keyboard alone, saved, previewed, and there after a reload', async ({
  page,
  as,
}) => {
  test.setTimeout(600_000)
  expect(insertable.map(({ name }) => name).sort()).toEqual([...elementNames].sort())
  await as('designer')
  await page.goto('/modules')
  await page.getByLabel('Titre').fill('Tout le catalogue')
  await page.getByLabel('Code court').fill('tout-le-catalogue')
  await page.getByRole('button', { name: 'Créer le module' }).click()
  await page.goto('/modules/tout-le-catalogue/write')
  await page.locator('.ProseMirror > section').first().waitFor()
  await page.keyboard.press('Tab')
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+End')
  for (const { name } of insertable) {
    await test.step(name, async () => {
      await page.keyboard.press('Control+Enter')
      await page.keyboard.type(`/${elements[name as 'paragraph'].names.fr}`)
      await expect(page.getByRole('listbox')).toBeVisible()
      await page.keyboard.press('Enter')
      await expect.poll(() => currentElement(page)).toBe(name)
      await expect(page.getByRole('complementary', { name: 'Réglages' })).toContainText(
        name === 'paragraph' || name.endsWith('List')
          ? /./
          : elements[name as 'paragraph'].names.fr,
      )
    })
  }
  await expect(page.getByText('✓ Enregistré')).toBeVisible()
  // Nothing was written in any of them: our own findings say so.
  await expectAccessible(page, ['empty-heading', 'empty-table-header'])

  await page.getByRole('button', { name: 'Aperçu' }).click()
  const player = page.frameLocator('iframe[title^="Le module"]')
  await expect(player.locator('html[data-player]')).toBeAttached()
  await page.getByRole('button', { name: 'Fermer l’aperçu' }).click()

  await page.reload()
  await page.locator('.ProseMirror > section').first().waitFor()
  const written = await page.evaluate(() => {
    const { editor } = document.querySelector('.ProseMirror') as unknown as Written
    const names = new Set<string>()
    editor.state.doc.descendants((node) => {
      names.add(node.type.name)
    })
    return [...names]
  })
  expect(elementNames.filter((name) => !written.includes(name))).toEqual([])
})

/** What Tiptap leaves on the element it writes in. */
type Written = { editor: Pick<Editor, 'state'> }

/** Type of the element that the caret is in, or that is selected. */
function currentElement(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { editor } = document.querySelector('.ProseMirror') as unknown as Written
    const { $from } = editor.state.selection
    const element = $from.depth >= 2 ? $from.node(2) : $from.nodeAfter
    return element?.type.name ?? ''
  })
}
