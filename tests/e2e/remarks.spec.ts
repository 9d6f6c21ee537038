import AxeBuilder from '@axe-core/playwright'
import type { FrameLocator, Page } from '@playwright/test'
import { type Instance, openInstance } from '#app/db/instance.server.ts'
import { readSettings } from '#app/env.server.ts'
import { createCredential } from '#app/lrs/index.server.ts'
import { buildExport, packagePath } from '#app/services/exports/build-export.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { latestEdition } from '#app/services/modules/find-module.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { allParts } from '#content-schema/parts.ts'
import { learner } from '#tests/app/lrs/learner.ts'
import type { Running } from '#tests/builders/server.ts'
import { unzip } from '#tests/builders/zip.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { type Lms, leave, startLms } from './lms.ts'

const code = 'choisir-un-extincteur'
const remark = 'On ne voit pas la goupille.'

let here: Instance
let lms: Lms

test.beforeAll(async ({ application: { dataDir, contentUrl, url } }) => {
  here = openInstance(
    readSettings({ DATA_DIR: dataDir, CONTENT_URL: contentUrl, PUBLIC_URL: url }),
  )
  const files = await unzip(await exported())
  lms = await startLms(new Map([['scorm-12', files]]), { heard: url })
})
test.afterAll(() => {
  lms.close()
  here.bank.$client.close()
  here.statements.$client.close()
})
test.afterEach(({ complaints }) => {
  // The network that the test takes away is written down by the browser.
  const others = complaints.filter((each) => !/ERR_INTERNET_DISCONNECTED/.test(each))
  complaints.splice(0, complaints.length, ...others)
})

test('a learner says what they think, without a network, and the quality team reads it and answers for it', async ({
  page,
  context,
  application,
  as,
}) => {
  const module = await lms.play(page, 'scorm-12')
  const dialog = module.getByRole('dialog', { name: 'Donner mon avis' })
  const open = module.getByRole('button', { name: 'Donner mon avis' })
  const about = dialog.getByLabel('À propos de')
  const part = partOf()

  await test.step('nothing said is nothing sent, and nobody is kept from learning', async () => {
    await open.press('Enter')
    await expect(dialog).toContainText('sans votre nom')
    await expectSound(page)
    await dialog.getByRole('button', { name: 'Envoyer' }).click()
    await expect(dialog.getByRole('alert')).toHaveText(/Choisissez une note/)
    await page.keyboard.press('Escape')
    await expect(open).toBeFocused()
  })

  await test.step('it is said of an element, and changed', async () => {
    await context.setOffline(true)
    await open.click()
    await about.selectOption(part.id)
    await dialog.getByRole('radio', { name: '2' }).check()
    await dialog.getByLabel('Votre remarque').fill(remark)
    await expect(dialog).toContainText(`Encore ${1000 - remark.length} caractères`)
    await dialog.getByRole('button', { name: 'Envoyer' }).click()
    await expect(module.getByText(/^Merci/)).toBeVisible()
    await open.click()
    await about.selectOption(part.id)
    await expect(dialog.getByRole('radio', { name: '2' })).toBeChecked()
    await dialog.getByRole('radio', { name: '5' }).check()
    await dialog.getByRole('button', { name: 'Envoyer' }).click()
    await context.setOffline(false)
  })

  await test.step('it fits on a small screen, and is gone on paper', () => fits(page, module))
  await leave(page)
  await othersRate(application, part.id)

  await as('quality')
  await page.goto(`/modules/${code}/quality`)
  const remarks = page.getByRole('region', { name: 'Remarques des apprenants' })
  await expect(remarks).toContainText(remark)
  await expect(remarks.getByRole('link', { name: part.words })).toHaveAttribute(
    'href',
    new RegExp(`/print#${part.id}$`),
  )
  await expect(page.getByText('3 sur 5, 5 notes')).toBeVisible()
  await expectAccessible(page)
  await remarks.getByText('Noter la suite donnée').click()
  await remarks.getByLabel(/Ce qui a été fait/).fill('Photo remplacée.')
  await remarks.getByRole('button', { name: 'Marquer comme traitée' }).click()
  await expect(remarks).toContainText(/Traitée par .*Photo remplacée\./)
  await expectAccessible(page)
})

/** No axe violation, frames included. */
async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('iframe').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual(
    [],
  )
}

async function fits(page: Page, module: FrameLocator): Promise<void> {
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 640 })
  await module.getByRole('button', { name: 'Donner mon avis' }).click()
  const dialog = module.getByRole('dialog', { name: 'Donner mon avis' })
  expect(await dialog.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0)
  expect(await dialog.evaluate((each) => each.getBoundingClientRect().right)).toBeLessThan(321)
  await dialog.getByRole('button', { name: 'Annuler' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(module.locator('#opinion')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(size)
}

function moduleOut() {
  return here.bank.query.modules
    .findFirst({ where: (row, { eq }) => eq(row.code, code) })
    .sync()!
}

/** The edition that learners have. */
function editionOut() {
  const { moduleId, major, minor, revisionId } = latestEdition(here.bank, moduleOut().id)!
  const { digest, document } = here.bank.query.revisions
    .findFirst({ where: (row, { eq }) => eq(row.id, revisionId) })
    .sync()!
  return { moduleId, edition: { major, minor }, digest, document }
}

/** The first element of its first page, with the page. */
function partOf() {
  const [section, element] = allParts(readDocument(editionOut().document))
  return { ...element!, sectionId: section!.id }
}

async function exported(): Promise<string> {
  const { id: moduleId, organisationId } = moduleOut()
  const { personId } = here.bank.query.memberships
    .findFirst({ where: (row, { eq }) => eq(row.organisationId, organisationId) })
    .sync()!
  const packageId = requestExport(here.bank, {
    ...{ organisationId, moduleId, personId, now: new Date() },
    ...{ format: 'scorm-12', language: 'fr', traces: true, state: 'building' },
  })
  const { sha256, fileName } = await buildExport(here, packageId)
  return packagePath(here.settings.dataDir, sha256!, fileName)
}

/** Four others rate the same element, as packages tell it. */
async function othersRate({ url }: Running, id: string): Promise<void> {
  const { organisationId } = moduleOut()
  const { key, secret } = createCredential(here.bank, {
    ...{ organisationId, scope: 'add', now: new Date() },
  })
  const { moduleId, edition, digest } = editionOut()
  const { sectionId } = partOf()
  const told = [1, 2, 3, 4].map((rating) =>
    learner({ iriBase: here.iriBase, moduleId, edition, digest }).rates(
      { kind: 'element', sectionId, id },
      rating,
    ),
  )
  const answer = await fetch(`${url}/xapi/statements`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
      'Content-Type': 'application/json',
      'X-Experience-API-Version': '1.0.3',
    },
    body: JSON.stringify(told),
  })
  expect(answer.status).toBe(200)
}
