import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { oaiRouter } from '#app/api/oai-router.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'

let here: Instance
let server: Server
let address: string

beforeAll(async () => {
  here = openFolder()
  server = createServer(express().use('/oai', oaiRouter(here))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oai`
})
afterAll(() => {
  server.close()
  removeFolder(here)
})

it('answers GET and POST alike, with XML', async () => {
  const got = await fetch(`${address}?verb=Identify`)
  expect(got.headers.get('Content-Type')).toBe('text/xml; charset=utf-8')
  const body = new URLSearchParams({ verb: 'Identify' })
  const posted = await fetch(address, { method: 'POST', body })
  const plain = (xml: string) => xml.replace(/<responseDate>.*<\/responseDate>/, '')
  expect(plain(await posted.text())).toBe(plain(await got.text()))
})

it('says what is wrong with a request with status 200, as the protocol asks', async () => {
  const got = await fetch(`${address}?verb=${'x'.repeat(5000)}`)
  expect(got.status).toBe(200)
  expect(await got.text()).toContain('code="badVerb"')
})

it('takes no other method and no long body', async () => {
  expect((await fetch(address, { method: 'DELETE' })).status).toBe(405)
  const body = `verb=Identify&${'a'.repeat(20_000)}`
  expect((await fetch(address, { method: 'POST', body })).status).toBe(413)
})

it('asks whoever comes too fast to come back later', async () => {
  const answers = await Promise.all(
    Array.from({ length: 80 }, () => fetch(`${address}?verb=Identify`)),
  )
  const refused = answers.find(({ status }) => status === 503)
  expect(Number(refused!.headers.get('Retry-After'))).toBeGreaterThan(0)
})
