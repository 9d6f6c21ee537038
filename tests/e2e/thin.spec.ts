import { expect, type FrameLocator, type Page, test } from '@playwright/test'
import { type Instance, openInstance } from '#app/db/instance.server.ts'
import { readSettings } from '#app/env.server.ts'
import { buildExport, packagePath } from '#app/services/exports/build-export.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { endThin } from '#app/services/thin/change-thin.server.ts'
import { addModule, addTeam, now, type Workplace } from '#tests/builders/bank.ts'
import { publishText } from '#tests/builders/published-text.ts'
import { discard, type Running, startServer } from '#tests/builders/server.ts'
import { unzip } from '#tests/builders/zip.ts'
import { type Lms, lastValue, startLms } from './lms.ts'

let bankServer: Running
let here: Instance
let place: Workplace
let lms: Lms
const made: string[] = []
const names = ['scorm-2004', 'scorm-12'] as const

test.beforeAll(async () => {
  bankServer = await startServer()
  const { dataDir, contentUrl, url } = bankServer
  here = openInstance(
    readSettings({ DATA_DIR: dataDir, CONTENT_URL: contentUrl, PUBLIC_URL: url }),
  )
  const team = addTeam(here.bank)
  place = { bank: here.bank, ...team, moduleId: addModule(here.bank, team) }
  publishText(place, 'Le premier texte.')
  const packages = new Map<string, Map<string, Buffer>>()
  for (const name of names) packages.set(name, await unzip(await thinPackage(name)))
  lms = await startLms(packages, { framed: contentUrl })
})

test.afterAll(async () => {
  lms.close()
  here.bank.$client.close()
  here.statements.$client.close()
  await discard(bankServer)
})

/** On another site than the bank: what the two say to each other goes from process to process. */
async function launch(page: Page, name: string): Promise<FrameLocator> {
  await page.goto(`${lms.origin.replace('localhost', '127.0.0.1')}/lms/${name}`)
  return page.frameLocator('iframe').frameLocator('#module')
}

/** Closes the module as a closed window does; gives what the LMS was told. */
async function close(page: Page): Promise<string[][]> {
  await page.locator('iframe').evaluate((frame) => frame.remove())
  return page.evaluate(() => (window as unknown as { calls: string[][] }).calls)
}

test('a learner goes on in the edition that was published since, and in the one inside when the bank is away', async ({
  page,
}, info) => {
  for (const name of names) {
    await forget(page)
    const first = await launch(page, name)
    await expect(
      first.getByText(name === 'scorm-2004' ? 'Le premier texte.' : 'Le deuxième texte.'),
    ).toBeVisible()
    await first.getByLabel('Les genoux').check()
    await first.getByRole('button', { name: 'Valider' }).click()
    await expect(first.getByText('C’est juste.')).toBeVisible()
    await page.waitForTimeout(1000)
    const calls = await close(page)
    expect(calls[0]?.[0]).toMatch(/Initialize$/)
    expect(calls.at(-1)?.[0]).toMatch(/Finish$|Terminate$/)
    expect(lastValue(calls, scoreOf(name))).toBe('100')
    const text = name === 'scorm-2004' ? 'Le deuxième texte.' : 'Le troisième texte.'
    publishText(place, text)
    const again = await launch(page, name)
    await expect(again.getByText(text)).toBeVisible()
    await expect(again.getByText('C’est juste.')).toBeVisible()
    await page.screenshot({ path: info.outputPath(`${name}-resumed.png`) })
    await close(page)
  }

  await bankServer.stop()
  const away = await launch(page, 'scorm-12')
  await expect(away.getByText('Le premier texte.')).toBeVisible({ timeout: 20_000 })
  await expect(away.getByText('C’est juste.')).toBeVisible()
  await page.screenshot({ path: info.outputPath('away.png') })
  const told = await close(page)
  expect(lastValue(told, 'cmi.suspend_data')).toBeTruthy()
  expect(told.at(-1)?.[0]).toBe('LMSFinish')

  const { dataDir, ports } = bankServer
  bankServer = await startServer(dataDir, ports)
  const before = await kept(page)
  const { organisationId, people } = place
  const by = { organisationId, personId: people.publisher.id, now: new Date() }
  endThin(here.bank, { ...by, packageId: made[1]! })
  const ended = await launch(page, 'scorm-12')
  await expect(ended.getByText('Ce module n’est plus proposé ici.')).toBeVisible()
  await page.waitForTimeout(2000)
  await expect(ended.getByText('Ce module n’est plus proposé ici.')).toBeVisible()
  await page.screenshot({ path: info.outputPath('ended.png') })
  expect(await close(page)).toEqual([])
  expect(await kept(page)).toBe(before)
})

const scoreOf = (name: string) => (name === 'scorm-12' ? 'cmi.core.score.raw' : 'cmi.score.raw')

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('kept'))

/** Another learner comes to the LMS. */
async function forget(page: Page): Promise<void> {
  await page.goto(`${lms.origin.replace('localhost', '127.0.0.1')}/lms/none`)
  await page.evaluate(() => localStorage.clear())
}

async function thinPackage(name: (typeof names)[number]): Promise<string> {
  const { organisationId, moduleId, people } = place
  const packageId = requestExport(here.bank, {
    ...{ organisationId, moduleId, personId: people.publisher.id, now },
    format: name === 'scorm-12' ? 'thin-12' : 'thin-2004',
    ...{ language: 'fr', traces: true, state: 'building' },
  })
  made.push(packageId)
  const { sha256, fileName } = await buildExport(here, packageId)
  return packagePath(here.settings.dataDir, sha256!, fileName)
}
