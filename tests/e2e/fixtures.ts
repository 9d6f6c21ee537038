import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import type { Role } from '#app/db/schema/bank/index.ts'
import { samplePeople } from '#app/db/seed/people.ts'
import { discard, type Running, startServer } from '#tests/builders/server.ts'

type Fixtures = {
  /** The server of the file that the test is in. */
  application: Running
  /** Signs in as the sample person of a role, on the page at hand. */
  as: (role: Role) => Promise<void>
  /** What the browser complained of; a test that is not about errors ends with none. */
  complaints: string[]
}

/**
 * Each file has a server of its own, over a sample bank of its own: what its tests find does not
 * depend on which files a worker had before.
 */
export const test = base.extend<Fixtures, { servers: Servers }>({
  servers: [
    async ({ playwright: _ }, use) => {
      const servers = new Servers()
      await use(servers)
      await servers.end()
    },
    { scope: 'worker' },
  ],
  application: async ({ servers }, use, { file }) => use(await servers.of(file)),
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

/** The server of the file at hand. */
class Servers {
  #kept: { file: string; server: Running } | null = null

  async of(file: string): Promise<Running> {
    if (this.#kept?.file === file) return this.#kept.server
    await this.end()
    const server = await startServer()
    this.#kept = { file, server }
    return server
  }

  async end(): Promise<void> {
    if (this.#kept) await discard(this.#kept.server)
    this.#kept = null
  }
}

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
