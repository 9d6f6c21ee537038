import { expect, it } from 'vitest'
import { type Import, readImports } from './sources.ts'

const imports = readImports()
const running = imports.filter(({ typeOnly }) => !typeOnly)

/** What each part may import from our own code; a part may always import itself. */
const parts: Record<string, string[]> = {
  'content-schema': [],
  editor: ['content-schema'],
  packaging: ['content-schema'],
  app: ['content-schema', 'editor', 'packaging'],
  tests: ['app', 'content-schema', 'editor', 'packaging'],
}

/** The same inside `app`. The seed fills a bank as people would: it stands above the services. */
const layers: Record<string, string[]> = {
  'app/db': ['app/env.server.ts'],
  'app/services': ['app/db', 'app/lrs', 'app/http/user-error.ts'],
  'app/lrs': ['app/db'],
  'app/db/seed': ['app/db', 'app/services', 'app/i18n/french-spaces.ts'],
  'app/http': ['app/db', 'app/services', 'app/i18n', 'app/env.server.ts', 'app/framework.ts'],
  'app/api': ['app/db', 'app/services', 'app/http', 'app/i18n'],
  'app/jobs': ['app/db', 'app/services'],
  'app/cli': [
    ...['app/db', 'app/db/seed', 'app/services', 'app/lrs', 'app/i18n', 'app/env.server.ts'],
    ...['app/http/user-error.ts', 'app/http/coverage-csv.server.ts'],
  ],
  'app/routes': [
    ...['app/db', 'app/services', 'app/http', 'app/i18n', 'app/ui', 'app/framework.ts'],
  ],
  'app/ui': ['app/i18n', 'app/framework.ts', 'app/services'],
  'app/i18n': [],
}

it('every import leads to a file that is there', () => {
  expect(imports.filter(({ to }) => to?.endsWith('(missing)')).map(arrow)).toEqual([])
})

it('imports between the parts go one way', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [own, other] = [partOf(from), to && partOf(to)]
    return other && own !== other && !parts[own]?.includes(other)
  })
  expect(wrong.map(arrow)).toEqual([])
})

it.each(Object.keys(layers))('%s imports only what stands below it', (layer) => {
  const wrong = running.filter(
    ({ from, to }) => to?.startsWith('app/') && layerOf(from) === layer && !allows(layer, to),
  )
  expect(wrong.map(arrow)).toEqual([])
})

it('screens know no data: at run time they import nothing of the server nor of the database', () => {
  const wrong = running.filter(
    ({ from, to }) =>
      /^(app\/ui|editor)\//.test(from) &&
      to &&
      (/\.server\./.test(to) || to.startsWith('app/db')),
  )
  expect(wrong.map(arrow)).toEqual([])
})

it('the web framework is known to one file, the list of routes and the server', () => {
  const doors = ['app/framework.ts', 'app/routes.ts', 'app/server.ts']
  const wrong = imports.filter(
    ({ from, specifier }) => specifier.startsWith('@remix-run/') && !doors.includes(from),
  )
  expect(wrong.map(arrow)).toEqual([])
})

it('what is far away is imported by its name, not by a way up the tree', () => {
  const climbing = imports.filter(({ specifier }) => specifier.startsWith('../../'))
  expect(climbing.map(arrow)).toEqual([])
})

it('nothing imports in a circle', () => {
  expect(circles()).toEqual([])
})

function partOf(path: string): string {
  return path.split('/')[0] ?? ''
}

/** The longest name of {@link layers} that a file stands under. */
function layerOf(path: string): string | undefined {
  const under = Object.keys(layers).filter((layer) => path.startsWith(`${layer}/`))
  return under.sort((a, b) => b.length - a.length)[0]
}

function allows(layer: string, to: string): boolean {
  const own = layerOf(to)
  return own === layer || layers[layer]!.some((each) => each === to || each === own)
}

function arrow({ from, to, specifier }: Import): string {
  return `${from} → ${to ?? specifier}`
}

/** Each circle of imports, as the way around it. */
function circles(): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of running) if (to) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, way: string[]): void => {
    const at = way.indexOf(file)
    if (at >= 0) found.push([...way.slice(at), file].join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const each of next.get(file) ?? []) visit(each, [...way, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return found
}
