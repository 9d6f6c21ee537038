import type { Preset } from '../preset.ts'

export const moodle: Preset = {
  id: 'moodle',
  name: 'Moodle',
  formats: ['scorm-12', 'scorm-2004-4'],
  publication: {},
  limits: { suspendData: 64_000 },
  facts: [
    {
      text: {
        fr: 'SCORM 1.2 y est complet ; SCORM 2004 n’y est pris en charge qu’en partie, et n’y évolue plus.',
        en: 'SCORM 1.2 is fully supported; SCORM 2004 only in part, and no longer developed.',
      },
      source: 'Measured on Moodle 4.5; danmarsden.com, 2013',
    },
    {
      text: {
        fr: 'Une note de passage dans le manifeste remplacerait le statut du module à chaque sortie : nos paquets n’en ont pas.',
        en: 'A mastery score in the manifest would replace the module’s status at every exit: our packages have none.',
      },
      source: 'Moodle 4.5, mod/scorm/datamodels/scorm_12.js',
    },
  ],
  steps: [
    {
      fr: 'Dans le cours, activez le mode édition, puis « Ajouter une activité ou ressource » et « Paquetage SCORM ».',
      en: 'In the course, turn edit mode on, choose “Add an activity or resource”, then “SCORM package”.',
    },
    {
      fr: 'Déposez le fichier .zip tel quel dans « Fichier paquetage ».',
      en: 'Drop the .zip file, as it is, into “Package file”.',
    },
    {
      fr: 'Sous « Réglages de compatibilité », laissez « La note de passage prévaut » : le paquet n’en a pas.',
      en: 'Under “Compatibility settings”, leave “Mastery score overrides status” as it is: the package has none.',
    },
    {
      fr: 'Sous « Achèvement d’activité », demandez le statut « Réussi » et « Terminé ».',
      en: 'Under “Completion conditions”, require the status “Passed” and “Completed”.',
    },
  ],
}
