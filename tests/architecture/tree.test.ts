import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { filesBelow } from './sources.ts'

const sources = filesBelow(/\.(ts|tsx|css|mjs)$/)

it('no file is longer than 400 lines', () => {
  const long = sources
    .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 400)
  expect(long).toEqual([])
})

it('every top folder says in about ten lines what it is, and how to begin', () => {
  for (const folder of ['app', 'content-schema', 'editor', 'packaging', 'tests']) {
    const path = `${folder}/README.md`
    expect(existsSync(path), path).toBe(true)
    expect(readFileSync(path, 'utf8'), path).toMatch(new RegExp(`^# ${folder}\\n`))
    expect(readFileSync(path, 'utf8').split('\n').length, path).toBeLessThan(30)
  }
})

/** A condition tells what is missing; a name alone tells nothing. */
it('no test is left alone, set aside or promised', () => {
  const alone = /\b(it|test|describe)\.(only|todo|fixme)\b|\b(it|test|describe)\.skip\((?!!)/
  const tests = filesBelow(/\.(test|spec)\.tsx?$/, ['tests'])
  expect(tests.filter((path) => alone.test(readFileSync(path, 'utf8')))).toEqual([])
})

it('nothing is left to do later, and no rule is silenced', () => {
  const words = ['TO' + 'DO', 'FIX' + 'ME', '@ts-' + 'ignore', 'biome-' + 'ignore']
  const left = sources.filter((path) => {
    const text = readFileSync(path, 'utf8')
    return words.some((word) => text.includes(word))
  })
  expect(left).toEqual([])
})

it('a migration that was shipped is in the journal, in order', () => {
  for (const database of ['bank', 'statements']) {
    const folder = `app/db/migrations/${database}`
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
    const { entries } = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8'))
    expect((entries as { tag: string }[]).map(({ tag }) => `${tag}.sql`)).toEqual(files.sort())
  }
})
