import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { modules } from '#app/db/schema/bank/index.ts'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { addTeam } from '#tests/builders/bank.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'

const script = fileURLToPath(new URL('./write-modules.ts', import.meta.url))

it('the command line and the server write into one bank at the same time, and neither is refused', async () => {
  const here = openFolder()
  addTeam(here.bank)
  const codes = await Promise.all(['a', 'b'].map((name) => write(here.settings.dataDir, name)))
  expect(codes).toEqual([0, 0])
  expect(here.bank.select().from(modules).all()).toHaveLength(400)
  expect(verifyTrail(here.bank, null).firstBroken).toBeNull()
  removeFolder(here)
})

async function write(folder: string, name: string): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, name, '200'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  return code
}
