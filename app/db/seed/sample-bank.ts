import { seedFile } from './media.ts'
import { choisirUnExtincteur } from './modules/choisir-un-extincteur.ts'
import { lireUneEtiquette } from './modules/lire-une-etiquette.ts'
import { preparerUnePalette } from './modules/preparer-une-palette.ts'
import { type SamplePerson, samplePeople } from './people.ts'
import type { SampleModule } from './sample-module.ts'

export type { SamplePerson } from './people.ts'
export type { SampleModule } from './sample-module.ts'

/** What a new bank starts with, as plain data: whoever fills a database decides how. */
export const sampleBank: {
  organisation: { name: string }
  people: SamplePerson[]
  /** Path of a register entry that no register holds. */
  frameworkFile: string
  modules: SampleModule[]
} = {
  organisation: { name: 'Centre de formation du Val d’Exemple' },
  people: samplePeople,
  frameworkFile: seedFile('rncp99001.xml'),
  modules: [choisirUnExtincteur, lireUneEtiquette, preparerUnePalette],
}
