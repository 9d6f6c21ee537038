import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { samplePassword } from '#app/db/seed/seed-bank.server.ts'
import { changeBetween } from '#content-schema/changes/change.ts'
import { outlineOf } from '#content-schema/changes/outline.ts'
import { readDocument, type StoredDocument } from '#content-schema/document.ts'
import { addModule, addTeam, draftOf, emptyBank, type Workplace } from '#tests/builders/bank.ts'
import { compiled } from '#tests/builders/compiled.ts'
import { paragraph, section, storedDoc, withId } from '#tests/builders/document.ts'
import { startServer } from '#tests/builders/server.ts'

/** In all fifty: most on the saving alone, which starts faster, the others on the whole application. */
const killsOfSaving = 45
const killsOfServer = 6
/** Paragraphs of the document: enough that a half-written one would show. */
const length = 400

/** What a writer has been told, and what they have sent. */
type Writer = { acknowledged: number; sent: number; saves: number; held: StoredDocument }
type Send = (body: string) => Promise<{ version?: number }>
/** A process that saves drafts, which can be ended at any moment. */
type Saving = { send: Send; kill: () => Promise<void> }

const script = compiled('tests/app/autosave-server.ts')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'grain-autosave-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it(`no acknowledged save is lost when the saving process is killed ${killsOfSaving} times`, {
  timeout: 200_000,
}, async () => {
  const bank = emptyBank(join(folder, 'bank.sqlite'))
  const team = addTeam(bank)
  const moduleId = addModule(bank, team)
  bank.$client.close()
  const writer = await killAgainAndAgain(killsOfSaving, () => startSaving(moduleId))
  expect(writer.saves).toBeGreaterThanOrEqual(killsOfSaving)
})

it(`no acknowledged save is lost when the application is killed ${killsOfServer} times`, {
  timeout: 200_000,
}, async () => {
  const first = await startApplication()
  await first.kill()
  const writer = await killAgainAndAgain(killsOfServer, startApplication)
  expect(writer.saves).toBeGreaterThanOrEqual(killsOfServer)
})

async function killAgainAndAgain(kills: number, start: () => Promise<Saving>) {
  const writer: Writer = { acknowledged: 0, sent: 0, saves: 0, held: draft().document }
  for (let kill = 0; kill < kills; kill += 1) {
    const saving = await start()
    const { version, document } = draft()
    Object.assign(writer, { acknowledged: version, held: document })
    const writing = write(saving.send, writer)
    // However slow the machine is today, something was saved before it is killed.
    const before = writer.saves
    while (writer.saves === before) await pause(5)
    await pause(Math.random() * 200)
    await saving.kill()
    await writing
    check(writer)
  }
  return writer
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Saves one version after another until the process is gone. */
async function write(send: Send, writer: Writer): Promise<void> {
  for (;;) {
    writer.sent = writer.acknowledged + 1
    const { held } = writer
    const document = documentOf(writer.sent)
    const change = changeBetween(held, document)
    const answer = await send(JSON.stringify({ base: outlineOf(held), change })).catch(
      () => null,
    )
    if (!answer) return
    expect(answer).toEqual({ version: writer.sent, news: null })
    Object.assign(writer, { acknowledged: writer.sent, held: document })
    writer.saves += 1
  }
}

/** The draft is the last one acknowledged, or the one that was on its way: whole, and no other. */
function check({ acknowledged, sent, saves }: Writer): void {
  const bank = emptyBank(join(folder, 'bank.sqlite'))
  const draft = draftOf(placeIn(bank))
  expect(bank.$client.pragma('integrity_check', { simple: true })).toBe('ok')
  bank.$client.close()
  expect([acknowledged, sent]).toContain(draft.version)
  if (saves > 0 || draft.version === sent)
    expect(draft.document).toEqual(documentOf(draft.version))
  readDocument(draft.document)
}

function draft() {
  const bank = emptyBank(join(folder, 'bank.sqlite'))
  const draft = draftOf(placeIn(bank))
  bank.$client.close()
  return draft
}

/** The first module of the bank, whoever made it. */
function placeIn(bank: ReturnType<typeof emptyBank>): Workplace {
  const first = bank.$client
    .prepare('select id as moduleId, organisationId from modules order by rowid limit 1')
    .get() as Pick<Workplace, 'moduleId' | 'organisationId'>
  return { bank, ...first, people: {} as Workplace['people'] }
}

/** A document that says its version in every paragraph. */
function documentOf(written: number) {
  const said = Array.from({ length }, (_, at) =>
    withId(`p${String(at).padStart(9, '0')}`, paragraph(`Version ${written}, ligne ${at}.`)),
  )
  return storedDoc(section('Brouillon', ...said))
}

async function startSaving(moduleId: string): Promise<Saving> {
  const child = spawn(process.execPath, [await script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = await once(createInterface({ input: child.stdout }), 'line')
  return {
    send: async (body) => {
      const init = { method: 'POST', body }
      const response = await fetch(`${url}/modules/${moduleId}/draft`, init)
      return (await response.json()) as { version: number }
    },
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

/** The application as it is delivered, its writer signed in as on the page. */
async function startApplication(): Promise<Saving> {
  const server = await startServer(folder)
  const browser = server.browser()
  await browser.signIn('camille.roussel@exemple.fr', samplePassword)
  const bank = emptyBank(join(folder, 'bank.sqlite'))
  const { moduleId } = placeIn(bank)
  bank.$client.close()
  const headers = { 'Content-Type': 'application/json' }
  return {
    send: async (body) => {
      const init = { method: 'POST', headers, body }
      const response = await browser.fetch(`/modules/${moduleId}/draft`, init)
      return (await response.json()) as { version: number }
    },
    kill: server.kill,
  }
}
