import { writeBackup } from '#app/db/backup.server.ts'
import { instance } from '#app/db/instance.server.ts'
import { print, type Verb } from '../verb.ts'

export const backup: Verb = {
  name: 'backup',
  usage: '<file>',
  summary: 'Writes everything to one zip, also while the server runs.',
  words: 1,
  async run({ words: [path = ''] }) {
    const { files, bytes } = await writeBackup(instance(), path)
    print(`${path}: ${files} files, ${bytes} bytes`)
  },
}
