import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Asks to go past a gate, by its name, until the end of the century. */
export async function askWaiver(page: Page, name: string, reason: string): Promise<void> {
  const gate = page.getByRole('listitem').filter({ hasText: new RegExp(`^${name}`) })
  await gate.getByText('Demander une dérogation').click()
  await gate.getByLabel('Pourquoi publier malgré tout').fill(reason)
  await gate.getByLabel('Jusqu’au').fill('2099-12-31')
  await gate.getByRole('button', { name: /^Demander la dérogation/ }).click()
  await expect(page.getByText(new RegExp(`demande une dérogation.*${reason}`))).toBeVisible()
}

/** Decides of the exemption that is asked for. */
export async function decideWaiver(
  page: Page,
  how: 'Accorder' | 'Refuser',
  answer: string,
): Promise<void> {
  await page.getByLabel('Réponse').fill(answer)
  await page.getByRole('button', { name: how }).click()
}
