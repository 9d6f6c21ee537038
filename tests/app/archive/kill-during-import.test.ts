import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { drafts, moduleOrigins, modules } from '#app/db/schema/bank/index.ts'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { addTeam } from '#tests/builders/bank.ts'
import { grain } from '#tests/builders/command-line.ts'
import { compiled } from '#tests/builders/compiled.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { environment } from '#tests/builders/server.ts'
import { exported, sampleInstance } from './archives.ts'

it('a power cut during an import leaves all of an archive or nothing, and it can be imported again', async () => {
  const from = await sampleInstance()
  const path = await exported(from)
  const to = openFolder()
  addTeam(to.bank)
  const { dataDir } = to.settings
  const script = await compiled('app/cli/grain.ts')
  for (const after of [200, 350, 500, 650, 800, 950]) {
    const child = spawn(process.execPath, [script, 'archive', 'import', path], {
      env: environment({ DATA_DIR: dataDir }),
      stdio: 'ignore',
    })
    await setTimeout(after)
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const counts = [modules, drafts, moduleOrigins].map(
      (table) => to.bank.select().from(table).all().length,
    )
    expect([
      [0, 0, 0],
      [3, 3, 3],
    ]).toContainEqual(counts)
    expect(verifyTrail(to.bank, null).firstBroken).toBeNull()
  }
  expect(await grain(dataDir, 'archive', 'import', path)).toMatchObject({ code: 0, err: '' })
  const out = join(dataDir, 'again.zip')
  expect(await grain(dataDir, 'archive', 'export', out)).toMatchObject({ code: 0, err: '' })
  const said = await grain(dataDir, 'archive', 'import', out, '--dry-run', '--json')
  const { modules: found } = JSON.parse(said.out)
  expect(found.map(({ state }: { state: string }) => state)).toEqual(Array(3).fill('identical'))
  removeFolder(from)
  removeFolder(to)
})
