import { expect, it } from 'vitest'
import { localPath } from '#app/http/local-path.ts'

it.each(['/', '/modules', '/modules/m1/write?view=document'])('%s is gone on to', (path) => {
  expect(localPath(path)).toBe(path)
})

it.each([
  ...['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'],
  ...['/\t/elsewhere.example', '\\\\elsewhere.example', 'modules', ''],
])('%j leads to the home page, and nowhere else', (path) => {
  expect(localPath(path)).toBe('/')
})
