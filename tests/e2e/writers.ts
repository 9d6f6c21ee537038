import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  test,
} from '@playwright/test'
import { eq } from 'drizzle-orm'
import { type Bank, openBank } from '#app/db/client.server.ts'
import { drafts, memberships, people } from '#app/db/schema/bank/index.ts'
import { samplePeople } from '#app/db/seed/people.ts'
import { samplePassword } from '#app/db/seed/seed-bank.server.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { type NodeJson, withIds } from '#content-schema/identity.ts'
import { storedDoc } from '#tests/builders/document.ts'
import { discard, type Running, startServer } from '#tests/builders/server.ts'

/** A module that is open in a tab. */
export type Opened = {
  page: Page
  code: string
  /** The document as the server has it. */
  read: () => Promise<NodeJson>
}

/** A server for the tests of one file, and designers with new modules open in real tabs. */
export function writers() {
  let server: Running
  let bank: Bank
  const contexts: BrowserContext[] = []
  test.beforeAll(async () => {
    server = await startServer()
    bank = openBank(join(server.dataDir, 'bank.sqlite'))
  })
  test.afterAll(async () => {
    bank.$client.close()
    await discard(server)
  })
  test.afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })

  /** A designer with a new module open, who can open others and the same again in other tabs. */
  async function writer(browser: Browser, ...sections: NodeJson[]) {
    const context = await browser.newContext({ baseURL: server.url, locale: 'fr-FR' })
    contexts.push(context)
    await signIn(context)
    const first = newModule(bank, sections)
    const open = (code: string) => openIn(context, bank, code)
    return {
      ...(await open(first)),
      another: (...others: NodeJson[]) => open(newModule(bank, others)),
      sameAgain: () => open(first),
    }
  }
  /** Puts a document in a draft as it is, whatever it is: no page can. */
  const put = (code: string, document: StoredDocument) => putDocument(bank, code, document)
  return { writer, put }
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('✓ Enregistré')).toBeVisible({ timeout: 30_000 })
  await page.waitForTimeout(1200)
  await expect(page.getByText('✓ Enregistré')).toBeVisible({ timeout: 30_000 })
}

/** The browser tells of a selection a moment after the key or the click; a hand takes longer still. */
export async function aMoment(page: Page): Promise<void> {
  await page.waitForTimeout(150)
}

/** With the mouse, in steps, as a hand does. */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover()
  await page.mouse.down()
  const box = (await to.boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 2]
  await page.mouse.move(x, y - 20, { steps: 5 })
  await page.mouse.move(x, y, { steps: 5 })
  await page.mouse.up()
}

async function openIn(context: BrowserContext, bank: Bank, code: string): Promise<Opened> {
  const page = await context.newPage()
  // A hand drops on what it sees: a whole small module is on this screen.
  await page.setViewportSize({ width: 1280, height: 1100 })
  await page.goto(`/modules/${code}/write`)
  await expectSaved(page)
  const { organisationId } = designerIn(bank)
  const read = async () => findDraft(bank, { moduleId: code, organisationId }).document.doc
  return { page, code, read }
}

function putDocument(bank: Bank, code: string, document: StoredDocument): void {
  const { organisationId } = designerIn(bank)
  const { moduleId } = findDraft(bank, { moduleId: code, organisationId })
  bank.update(drafts).set({ document }).where(eq(drafts.moduleId, moduleId)).run()
}

async function signIn(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Adresse électronique').fill(designer.email)
  await page.getByLabel('Mot de passe').fill(samplePassword)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible()
  await page.close()
}

const designer = samplePeople.find(({ role }) => role === 'designer')!
let made = 0

function designerIn(bank: Bank) {
  return bank
    .select({ id: people.id, name: people.name, organisationId: memberships.organisationId })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(people.email, designer.email))
    .get()!
}

/** Gives the code of a module that has these sections. */
function newModule(bank: Bank, sections: NodeJson[]): string {
  const { organisationId, ...author } = designerIn(bank)
  const code = `a-ecrire-${made++}`
  const by = { author, organisationId, now: new Date() }
  const moduleId = createModule(bank, { title: code, code, language: 'fr', ...by })
  const document = storedDoc(...sections.map((each) => withIds(each)))
  const change = { document }
  const who = { personId: author.id, now: new Date() }
  saveDraft(bank, { moduleId, organisationId, baseVersion: null, change, ...who })
  return code
}
