import { createReadStream, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readRncp } from '#app/services/competencies/rncp/read-rncp.server.ts'
import type { Framework } from '#content-schema/competencies.ts'
import { readAll } from './register-files.ts'

it('the sample entry is read whole, by the reader of the real ones', async () => {
  const read: Framework[] = []
  for await (const framework of readRncp(createReadStream('app/db/seed/rncp99001.xml'))) {
    read.push(framework)
  }
  expect(read).toHaveLength(1)
  expect(read[0]).toMatchObject({
    code: 'RNCP99001',
    abbreviation: 'CQP',
    level: 3,
    active: true,
    validFrom: '2026-01-01',
    validUntil: '2030-12-31',
    awardedUntil: '2033-12-31',
    routes: ['CA', 'FC', 'CQ', 'VAE'],
    replaces: ['RNCP99000'],
    replacedBy: [],
  })
  expect(read[0]?.competencyBlocks.map(summary)).toEqual([
    ['RNCP99001BC01', 'bullets', [3, 4, 3]],
    ['RNCP99001BC02', 'bullets', [4, 2, 3]],
    ['RNCP99001BC03', 'bullets', [4, 2, 2]],
    ['RNCP99001BC04', 'bullets', [2, 2, 3]],
  ])
})

it('is refused as cut short wherever it is cut, between letters or inside one', async () => {
  const bytes = readFileSync('app/db/seed/rncp99001.xml')
  const insideRoot = bytes.indexOf('<FICHES>') + '<FICHES>'.length
  for (let length = insideRoot; length < bytes.length - 2; length += 61) {
    await expect(readAll(bytes.subarray(0, length))).rejects.toMatchObject({
      code: 'framework.cut-short',
    })
  }
})

/** Its code, its layout, and how many criteria each of its competencies has. */
function summary({ code, layout, competencies }: Framework['competencyBlocks'][number]) {
  return [code, layout, competencies.map(({ criteria }) => criteria.length)]
}
