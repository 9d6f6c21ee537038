import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Locked = {
  version: string
  integrity?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  optionalDependencies?: Record<string, string>
}
type Manifest = {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Locked>
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const direct = { ...manifest.dependencies, ...manifest.devDependencies }

it.each(['model', 'state', 'view', 'transform'])(
  'there is one copy of prosemirror-%s: two would not recognise each other’s documents',
  (name) => {
    const copies = Object.keys(lock.packages).filter((path) =>
      path.endsWith(`node_modules/prosemirror-${name}`),
    )
    expect(copies).toEqual([`node_modules/prosemirror-${name}`])
  },
)

it('every package of the editor has the same exact version', () => {
  const versions = Object.entries(lock.packages)
    .filter(([path]) => path.includes('node_modules/@tiptap/'))
    .map(([, { version }]) => version)
  expect(new Set(versions).size).toBe(1)
})

it('every package that we name is named in one exact version, the one that is locked', () => {
  for (const [name, version] of Object.entries(direct)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+/)
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version)
  }
})

it('the lock file seals every package that this or another machine installs', () => {
  const unsealed = Object.entries(lock.packages)
    .filter(([path, { integrity }]) => path !== '' && !integrity?.startsWith('sha512-'))
    .filter(([, { optional, os, cpu }]) => !(optional && (os || cpu)))
  expect(unsealed.map(([path]) => path)).toEqual([])
})

it('the lock file names the packages of every platform, or npm would refuse it elsewhere', () => {
  const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies }) =>
    Object.keys(optionalDependencies ?? {}),
  )
  const paths = Object.keys(lock.packages)
  const missing = wanted.filter((name) => !paths.some((path) => path.endsWith(`/${name}`)))
  expect(missing).toEqual([])
})
