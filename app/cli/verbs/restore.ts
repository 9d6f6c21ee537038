import { existsSync } from 'node:fs'
import { restoreBackup } from '#app/db/restore.server.ts'
import { readSettings } from '#app/env.server.ts'
import { print, Refused, type Verb } from '../verb.ts'

export const restore: Verb = {
  name: 'restore',
  usage: '<file>',
  summary: 'Restores a backup into an empty DATA_DIR; stop the server first.',
  words: 1,
  async run({ words: [path = ''] }) {
    if (!existsSync(path)) throw new Refused(`${path}: no such file.`)
    const { dataDir } = readSettings()
    await restoreBackup(path, dataDir).catch((error: Error) => {
      throw new Refused(`${path} was not restored, nothing was changed. ${error.message}`)
    })
    print(`${dataDir} is restored from ${path}.`)
  },
}
