import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openInstance } from '#app/db/instance.server.ts'
import { readSettings } from '#app/env.server.ts'
import { dueTargets } from '#app/services/forwarding/forward-target.server.ts'
import { forward } from './second-lrs.ts'

/** A process that passes statements on, to be killed: `node --import tsx send-forever.ts <folder>`. */
const [, , folder] = process.argv
if (!folder) throw new RangeError('which folder?')
const here = openInstance(readSettings({ DATA_DIR: folder }))
const holder = randomUUID()
console.log('ready')
for (;;) {
  for (const id of dueTargets(here, new Date()))
    await forward(here, id, { holder, leaseMs: 100 })
  await pause(5)
}
