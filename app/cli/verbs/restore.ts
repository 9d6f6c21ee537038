import { existsSync } from 'node:fs'
import { restoreBackup } from '#app/db/restore.server.ts'
import { readSettings } from '#app/env.server.ts'
import { print, Refused, type Verb } from '../verb.ts'

export const restore: Verb = {
  name: 'restore',
  usage: '<file>',
  summary: 'Puts a backup into an empty DATA_DIR; the server must not run.',
  words: 1,
  async run({ words: [path = ''] }) {
    if (!existsSync(path)) throw new Refused(`${path}: no such file.`)
    const { dataDir } = readSettings()
    if (existsSync(`${dataDir}/bank.sqlite`)) {
      throw new Refused(
        `${dataDir} holds a bank already: move it away first, so that nothing is overwritten.`,
      )
    }
    await restoreBackup(path, dataDir)
    print(`${dataDir} is restored from ${path}.`)
  },
}
