import { expect, type FrameLocator, type Page, test } from '@playwright/test'
import { PublicationFields } from '#packaging/publication/read-publication.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'
import { type Lms, lastValue, leave, startLms } from './lms.ts'

const formats = ['scorm-12', 'scorm-2004-3', 'scorm-2004-4'] as const
type Format = (typeof formats)[number]

/** What is decided at export, by how the sitting ends. */
const publications = {
  passed: {},
  failed: { status: 'passed-failed' },
  completed: { success: 'none', status: 'completed-incomplete' },
} as const
type Ending = keyof typeof publications

/** What an LMS keeps of each ending, in the words of its standard. */
const told: Record<
  'scorm-12' | 'scorm-2004',
  Record<Ending | 'suspended', Record<string, string>>
> = {
  'scorm-12': {
    suspended: { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend' },
    passed: {
      'cmi.core.lesson_status': 'passed',
      'cmi.core.score.raw': '100',
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.exit': '',
    },
    failed: { 'cmi.core.lesson_status': 'failed', 'cmi.core.score.raw': '0' },
    completed: { 'cmi.core.lesson_status': 'completed' },
  },
  'scorm-2004': {
    suspended: { 'cmi.completion_status': 'incomplete', 'cmi.exit': 'suspend' },
    passed: {
      'cmi.completion_status': 'completed',
      'cmi.success_status': 'passed',
      'cmi.score.scaled': '1',
      'cmi.score.raw': '100',
      'cmi.progress_measure': '1',
      'cmi.exit': 'normal',
    },
    failed: {
      'cmi.completion_status': 'completed',
      'cmi.success_status': 'failed',
      'cmi.score.scaled': '0',
    },
    completed: { 'cmi.completion_status': 'completed' },
  },
}

let lms: Lms

test.beforeAll(async () => {
  const packages = new Map<string, Map<string, Buffer>>()
  for (const format of formats) {
    for (const ending of Object.keys(publications) as Ending[]) {
      const publication = PublicationFields.parse(publications[ending])
      const zip = await builtPackage(format, { more: { publication } })
      packages.set(`${format}-${ending}`, await unzip(zip))
    }
  }
  lms = await startLms(packages)
})

test.afterAll(() => lms.close())

for (const format of formats) {
  const is12 = format === 'scorm-12'
  const expected = told[is12 ? 'scorm-12' : 'scorm-2004']

  test.describe(`in ${format}, a learner`, () => {
    test('closes the tab in the middle, comes back, and passes', async ({ page }) => {
      const first = await lms.play(page, `${format}-passed`)
      await turnTo(first, 'Vérifier')
      await answer(first, 0, ['Alerter'])
      const left = await leave(page)
      expect(keptOf(left)).toMatchObject(expected.suspended)
      expect(resultsIn(left)).toEqual(['correct'])
      expect(left.at(-1)?.[0]).toBe(is12 ? 'LMSFinish' : 'Terminate')

      const again = await lms.play(page, `${format}-passed`)
      await expect(again.getByRole('heading', { name: 'Vérifier' })).toBeVisible()
      await expect(form(again, 0).getByLabel('Alerter')).toBeChecked()
      for (const name of ['Agir', 'Reconnaître un feu', 'Vérifier']) await turnTo(again, name)
      await answerRest(again)
      await again.getByRole('button', { name: 'Quitter' }).click()
      const calls = await leave(page)
      expect(keptOf(calls)).toMatchObject(expected.passed)
      expect(resultsIn(calls)).toEqual(['correct', 'correct', 'correct'])
      expect(timeIn(calls, format)).toMatch(is12 ? /^\d{4}:\d\d:\d\d\.\d\d$/ : /^PT[\dHMS.]+$/)
      expect(calls.filter(([, , , answer]) => answer === 'false')).toEqual([])
    })

    test('fails, where that is to be said', async ({ page }) => {
      const module = await visitAll(page, `${format}-failed`)
      await answer(module, 0, ['Courir'])
      await answer(module, 1, ['L’huile'])
      await answer(module, 2, ['Vrai'])
      await module.getByLabel('Votre réponse').fill('112')
      for (const index of [0, 1, 2, 3]) await tryOutAll(module, index)
      await expect(module.getByText(/seuil n’est pas atteint/)).toBeVisible()
      const calls = await leave(page)
      expect(keptOf(calls)).toMatchObject(expected.failed)
      expect(new Set(resultsIn(calls))).toEqual(new Set([is12 ? 'wrong' : 'incorrect']))
    })

    test('completes a module that is neither passed nor failed', async ({ page }) => {
      const module = await visitAll(page, `${format}-completed`)
      await answer(module, 0, ['Alerter'])
      await answerRest(module)
      await expect(module.getByText('Vous avez terminé ce module.')).toBeVisible()
      const calls = await leave(page)
      expect(keptOf(calls)).toMatchObject(expected.completed)
      expect(['unknown', undefined]).toContain(lastValue(calls, 'cmi.success_status'))
    })
  })
}

const form = (module: FrameLocator, index: number) => module.locator('form').nth(index)

async function turnTo(module: FrameLocator, name: string): Promise<void> {
  const outline = module.getByRole('navigation', { name: 'Plan du module' })
  await outline.getByRole('link', { name }).click()
}

/** Every page once, the questions last. */
async function visitAll(page: Page, name: string): Promise<FrameLocator> {
  const module = await lms.play(page, name)
  for (const title of ['Agir', 'Reconnaître un feu', 'Vérifier']) await turnTo(module, title)
  return module
}

async function answer(module: FrameLocator, index: number, labels: string[]): Promise<void> {
  for (const label of labels) await form(module, index).getByLabel(label).check()
  await form(module, index).getByRole('button', { name: 'Valider' }).click()
}

async function answerRest(module: FrameLocator): Promise<void> {
  await answer(module, 1, ['Le bois', 'Le papier'])
  await answer(module, 2, ['Faux'])
  await module.getByLabel('Votre réponse').fill('18,2')
  await answer(module, 3, [])
}

/** Every question has as many tries as it takes to be wrong for good. */
async function tryOutAll(module: FrameLocator, index: number): Promise<void> {
  const button = form(module, index).getByRole('button', { name: 'Valider' })
  while (await button.isEnabled({ timeout: 500 }).catch(() => false)) await button.click()
}

/** What each element of the data model was given last. */
function keptOf(calls: string[][]): Record<string, string> {
  const sets = calls.filter(([name]) => name?.endsWith('SetValue'))
  return Object.fromEntries(sets.map(([, element, value]) => [element, value]))
}

/** Of each interaction, in the order in which the LMS was told of them. */
function resultsIn(calls: string[][]): string[] {
  const results = Object.entries(keptOf(calls))
  return results.flatMap(([element, value]) =>
    /^cmi\.interactions\.\d+\.result$/.test(element) ? [value] : [],
  )
}

function timeIn(calls: string[][], format: Format): string {
  return keptOf(calls)[format === 'scorm-12' ? 'cmi.core.session_time' : 'cmi.session_time']!
}
