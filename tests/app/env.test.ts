import { expect, it } from 'vitest'
import { readSettings } from '#app/env.server.ts'

it('a server that only this machine can reach may have sample sign-ins', () => {
  expect(readSettings({}).loopback).toBe(true)
  expect(readSettings({ PORT: '4000', PUBLIC_URL: 'http://127.0.0.1:4000' }).loopback).toBe(
    true,
  )
})

it.each([
  ['that listens to others', { HOST: '0.0.0.0' }],
  ['with a public address', { PUBLIC_URL: 'https://grains.example' }],
  ['behind a proxy', { PROXIES: '1' }],
])('a server %s may not', (_, environment) => {
  expect(readSettings(environment).loopback).toBe(false)
})
