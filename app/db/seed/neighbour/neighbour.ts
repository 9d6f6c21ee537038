import type { Role, Visibility } from '#app/db/schema/bank/index.ts'
import type { SampleModule } from '../sample-module.ts'
import { alerterLesSecours } from './alerter-les-secours.ts'
import { protegerSesMains } from './proteger-ses-mains.ts'
import { transmettreLesConsignes } from './transmettre-les-consignes.ts'

/** A second organisation, so that there is somebody to share with: under three licences. */
export const neighbour: {
  organisation: { name: string }
  people: { name: string; email: string; roles: Role[] }[]
  /** Each with whom it is shared: everybody, or the first organisation by name. */
  modules: {
    module: SampleModule
    visibility: Extract<Visibility, 'public' | 'organisations'>
  }[]
} = {
  organisation: { name: 'Atelier-école de la Baie d’Exemple' },
  people: [
    {
      name: 'Nora Lemaitre',
      email: 'nora.lemaitre@exemple.fr',
      roles: ['designer', 'publisher', 'administrator'],
    },
    { name: 'Yann Corbel', email: 'yann.corbel@exemple.fr', roles: ['expert', 'quality'] },
  ],
  modules: [
    { module: alerterLesSecours, visibility: 'public' },
    { module: protegerSesMains, visibility: 'organisations' },
    { module: transmettreLesConsignes, visibility: 'public' },
  ],
}
