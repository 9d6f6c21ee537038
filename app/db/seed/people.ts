import type { Role } from '#app/db/schema/bank/index.ts'

/** Someone of the sample organisation. All are fictitious, as are their addresses. */
export type SamplePerson = { name: string; email: string; role: Role }

/** One person a role, so that each can be tried on its own. */
export const samplePeople: SamplePerson[] = [
  { name: 'Camille Roussel', email: 'camille.roussel@exemple.fr', role: 'designer' },
  { name: 'Idriss Benali', email: 'idriss.benali@exemple.fr', role: 'expert' },
  { name: 'Solène Kermadec', email: 'solene.kermadec@exemple.fr', role: 'publisher' },
  { name: 'Marc Villeneuve', email: 'marc.villeneuve@exemple.fr', role: 'quality' },
  { name: 'Aïcha Fontaine', email: 'aicha.fontaine@exemple.fr', role: 'administrator' },
]
