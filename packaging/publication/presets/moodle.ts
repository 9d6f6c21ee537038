import type { Preset } from '../preset.ts'

export const moodle: Preset = {
  id: 'moodle',
  name: 'Moodle',
  formats: ['scorm-12', 'scorm-2004-4', 'scorm-2004-3'],
  publication: {},
  reasons: {},
  limits: { suspendData: 64_000 },
  facts: [
    {
      text: {
        fr: 'SCORM 1.2 y est complet ; SCORM 2004 n’y est pris en charge qu’en partie, et n’y évolue plus.',
        en: 'SCORM 1.2 is fully supported; SCORM 2004 only in part, and no longer developed.',
      },
      source:
        'Measured on Moodle 4.5; danmarsden.com/blog/2013/05/06/stopping-work-on-scorm-2004',
    },
    {
      text: {
        fr: 'Une note de passage dans le manifeste remplacerait le statut du module à chaque sortie : nos paquets n’en ont pas.',
        en: 'A mastery score in the manifest would replace the module’s status at every exit: our packages have none.',
      },
      source: 'Moodle 4.5, mod/scorm/datamodels/scorm_12.js',
    },
    {
      text: {
        fr: 'Il garde 64 000 signes de reprise en SCORM 1.2, et 4 096 seulement si l’administration a coché « Mode standards SCORM ».',
        en: 'It keeps 64,000 characters of resume data in SCORM 1.2, and only 4,096 where an administrator has turned “SCORM standards mode” on.',
      },
      source: 'Moodle 4.5, mod/scorm/datamodels/scorm_12.php',
    },
    {
      text: {
        fr: 'Quand plusieurs statuts sont cochés pour l’achèvement, un seul suffit.',
        en: 'Where several statuses are ticked for completion, any one of them is enough.',
      },
      source: 'Moodle 4.4, mod/scorm/lang, completionstatusrequired_help',
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
      fr: 'Pour la « Méthode d’évaluation », gardez « Note la plus haute ».',
      en: 'As “Grading method”, keep “Highest grade”.',
    },
    {
      fr: 'Sous « Réglages de compatibilité », laissez « Le score de maîtrise remplace le statut » tel quel : le paquet n’en a pas.',
      en: 'Under “Compatibility settings”, leave “Mastery score overrides status” as it is: the package has none.',
    },
    {
      fr: 'Dans les conditions d’achèvement, sous « Requiert un statut », cochez « Réussi » si le module se réussit, « Terminé » s’il suffit de le suivre.',
      en: 'Among the completion conditions, under “Require status”, tick “Passed” for a module that is passed, “Completed” for one that only has to be followed.',
    },
  ],
}
