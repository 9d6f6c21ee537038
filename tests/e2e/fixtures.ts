import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import type { Role } from '#app/db/schema/bank/index.ts'
import { samplePeople } from '#app/db/seed/people.ts'
import { discard, type Running, startServer } from '#tests/builders/server.ts'

type Fixtures = {
  /** Signs in as the sample person of a role, on the page at hand. */
  as: (role: Role) => Promise<void>
  /** What the browser complained of; a test that is not about errors ends with none. */
  complaints: string[]
}

/** Files are shared out among workers; each has a server of its own, over a sample bank of its own. */
export const test = base.extend<Fixtures, { application: Running }>({
  application: [
    async ({ playwright: _ }, use) => {
      const server = await startServer()
      await use(server)
      await discard(server)
    },
    { scope: 'worker' },
  ],
  baseURL: ({ application }, use) => use(application.url),
  as: async ({ page }, use) => {
    await use((role) => signInAs(page, role))
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

async function signInAs(page: Page, role: Role): Promise<void> {
  const { email } = samplePeople.find((person) => person.role === role)!
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill('grain-de-demonstration')
  await page.getByRole('button', { name: 'Entrer' }).click()
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible()
}

/**
 * No axe violation, frames included, and nothing to scroll sideways.
 *
 * @param setAside rules about what the test itself left unfinished
 */
export async function expectAccessible(page: Page, setAside: string[] = []): Promise<void> {
  await expect(page).toHaveTitle(/ · Grainothèque$|^Grainothèque$/)
  const { violations } = await new AxeBuilder({ page }).disableRules(setAside).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`),
  ).toEqual([])
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBeLessThanOrEqual(0)
}
