import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { letters } from '#app/db/schema/bank/index.ts'
import { letterHtml } from '#app/services/letters/letter.ts'
import { queueLetter } from '#app/services/letters/queue-letter.server.ts'
import { sendLetters } from '#app/services/letters/send-letters.server.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { type MailServer, mailServer } from '#tests/builders/mail-server.ts'

let here: Workplace
let mail: MailServer
let dataDir: string

const letter = {
  subject: 'Une relecture vous attend',
  lines: ['Bonjour Lou,', 'Vous avez « Le port » à relire.'],
  action: { label: 'Ouvrir la relecture', url: 'https://grains.example/invited/secret' },
}
const lou = { address: 'lou@exemple.fr', name: 'Lou', language: 'fr' } as const

beforeEach(async () => {
  here = workplace()
  mail = await mailServer()
  dataDir = mkdtempSync(join(tmpdir(), 'letters-'))
})

afterEach(async () => {
  await mail.close()
  rmSync(dataDir, { recursive: true })
})

it('a letter goes out once, as text and as a page, and what it said is forgotten', async () => {
  write()
  expect(await send()).toBe(1)
  expect(await send()).toBe(0)
  const [message] = mail.messages
  expect(mail.messages).toHaveLength(1)
  expect(message).toContain('To: Lou <lou@exemple.fr>')
  expect(message).toContain('Content-Type: text/plain')
  expect(message).toContain('Content-Type: text/html')
  expect(message).toContain('Auto-Submitted: auto-generated')
  expect(row()).toMatchObject({ state: 'sent', text: '', html: '' })
})

it('a letter of a transaction that fails is never sent', async () => {
  const failing = () =>
    here.bank.transaction((tx) => {
      queueLetter(tx, { ...place(), to: lou, letter, now })
      throw new Error('no')
    })
  expect(failing).toThrow('no')
  expect(await send()).toBe(0)
})

it('a mail server that is down for a day loses no letter, and keeps none from the others', async () => {
  mail.refuse(true)
  write()
  for (let hour = 0; hour < 24; hour++) await send(later(hour))
  expect(mail.messages).toEqual([])
  expect(row()).toMatchObject({ state: 'waiting', lastAnswer: expect.stringContaining('451') })
  mail.refuse(false)
  write()
  expect(await send(later(25))).toBe(2)
  expect(mail.messages).toHaveLength(2)
})

it('after three days a letter that never went is given up, and said to be', async () => {
  mail.refuse(true)
  write()
  await send(later(73))
  expect(row()).toMatchObject({ state: 'given-up', text: '' })
})

it('two processes that look at once send a letter once', async () => {
  write()
  await Promise.all([send(), send()])
  expect(mail.messages).toHaveLength(1)
})

it('every try of a letter has the same name, so that a second copy is known as one', async () => {
  write()
  mail.refuse(true)
  await send()
  mail.refuse(false)
  await send(later(1))
  expect(mail.messages[0]).toMatch(new RegExp(`Message-ID: <${row().id}@grains.example>`))
})

it('without a mail server, letters are files that a mail program opens', async () => {
  write()
  await send(now, null)
  const [file] = readdirSync(join(dataDir, 'letters'))
  expect(file).toMatch(/^2026-03-10-\w+\.eml$/)
  const said = readFileSync(join(dataDir, 'letters', file!), 'utf8')
  expect(said).toContain('To: Lou <lou@exemple.fr>')
})

it('no text of a letter becomes markup, and no name a second header', async () => {
  const html = letterHtml({ subject: '<b>', lines: ['<script>alert(1)</script>'] }, 'fr')
  expect(html).not.toContain('<script>')
  const to = { ...lou, name: 'Lou\r\nBcc: autre@exemple.fr' }
  queueLetter(here.bank, { ...place(), to, letter, now })
  await send()
  expect(mail.messages[0]).not.toMatch(/^Bcc:/m)
})

function place() {
  return { organisationId: here.organisationId }
}

function write(): string {
  return queueLetter(here.bank, { ...place(), to: lou, letter, now })
}

function row() {
  return here.bank.select().from(letters).get()!
}

function later(hours: number): Date {
  return new Date(now.getTime() + hours * 3_600_000)
}

function send(at = now, smtpUrl: string | null = mail.url): Promise<number> {
  const settings = {
    ...{ dataDir, smtpUrl, publicUrl: 'https://grains.example' },
    mailFrom: 'Grainothèque <grains@grains.example>',
  }
  return sendLetters(here.bank, settings, { now: () => at })
}
