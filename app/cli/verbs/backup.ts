import { writeBackup } from '#app/db/backup.server.ts'
import { instance } from '#app/db/instance.server.ts'
import { print, type Verb } from '../verb.ts'

export const backup: Verb = {
  name: 'backup',
  usage: '<file>',
  summary: 'Backs everything up to one zip, even while the server is running.',
  words: 1,
  async run({ words: [path = ''] }) {
    const { files, bytes } = await writeBackup(instance(), path)
    print(`${path}: ${files} files, ${bytes} bytes`)
  },
}
