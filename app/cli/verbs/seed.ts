import { instance } from '#app/db/instance.server.ts'
import { people } from '#app/db/schema/bank/index.ts'
import { print, Refused, type Verb } from '../verb.ts'

export const seed: Verb = {
  name: 'seed',
  usage: '',
  summary: 'Fills an empty bank with the sample organisation, people and modules.',
  words: 0,
  async run() {
    const here = instance()
    if (here.bank.select().from(people).limit(1).get())
      throw new Refused('The bank is not empty: nothing was added.')
    const { seedBank } = await import('#app/db/seed/seed-bank.server.ts')
    await seedBank(here)
    print('Sample bank created.')
  },
}
