import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sweep } from '#app/jobs/sweep.server.ts'

const now = new Date('2026-11-22T12:00:00Z')

it.each(['arriving', 'played'])(
  'what has stood in %s for more than a day is swept away',
  async (name) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'grain-sweep-'))
    const folder = join(dataDir, name)
    for (const [entry, hours] of [
      ['old', 25],
      ['fresh', 23],
    ] as const) {
      mkdirSync(join(folder, entry), { recursive: true })
      writeFileSync(join(folder, entry, 'part'), 'half a file')
      const then = new Date(now.getTime() - hours * 3_600_000)
      utimesSync(join(folder, entry), then, then)
    }
    await sweep(dataDir, now)
    expect(readdirSync(folder)).toEqual(['fresh'])
    rmSync(dataDir, { recursive: true })
  },
)

it('an installation that has neither folder yet starts all the same', async () => {
  await sweep(join(tmpdir(), 'nothing-stands-here'), now)
})
