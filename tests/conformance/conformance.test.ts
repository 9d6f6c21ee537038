import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bothVersions } from '#app/lrs/http/version.ts'
import { type Lrs, openLrs } from './lrs.ts'
import type { Row } from './row.ts'
import { plain } from './sample.ts'
import { tables } from './tables/index.ts'

describe.each(bothVersions)('in version %s', (version) => {
  let lrs: Lrs
  beforeAll(async () => {
    lrs = await openLrs(version)
  })
  afterAll(() => lrs.endpoint.close())

  describe.each(Object.entries(tables))('%s', (_area, rows) => {
    const spoken = rows.filter(({ versions }) => versions.includes(version))
    for (const row of spoken) {
      it(`${row.requirement} ${row.says}`.trim(), () => prove(lrs, row))
    }
  })
})

function prove(lrs: Lrs, row: Row): Promise<void> {
  if ('refused' in row) return proveRefused(lrs, row.refused)
  return 'accepted' in row ? proveAccepted(lrs, row.accepted) : row.asks(lrs)
}

async function proveRefused(lrs: Lrs, statement: unknown): Promise<void> {
  const before = lrs.count()
  const response = await lrs.post([plain, statement])
  expect(response.status).toBe(400)
  const { error } = await response.json()
  expect(error.code).toBe('statement.invalid')
  expect(error.message).not.toContain('undefined')
  expect(lrs.count()).toBe(before)
}

async function proveAccepted(lrs: Lrs, statement: object): Promise<void> {
  const response = await lrs.post(statement)
  expect(response.status).toBe(200)
  const [id] = await response.json()
  const got = await lrs.read(id)
  for (const key of ['actor', 'verb', 'result', 'attachments'] as const) {
    const told = (statement as Record<string, unknown>)[key]
    if (told !== undefined) expect(got[key]).toEqual(told)
  }
}
