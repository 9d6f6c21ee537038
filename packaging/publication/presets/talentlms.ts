import type { Preset } from '../preset.ts'

export const talentlms: Preset = {
  id: 'talentlms',
  name: 'TalentLMS',
  formats: ['scorm-12', 'cmi5', 'xapi'],
  publication: {},
  reasons: {},
  limits: {},
  facts: [
    {
      text: {
        fr: 'De SCORM, il ne prend que la version 1.2.',
        en: 'Of SCORM it takes version 1.2 only.',
      },
      source: 'help.talentlms.com/hc/en-us/articles/26499696329756',
    },
    {
      text: {
        fr: 'xAPI doit être activé dans les réglages du compte avant le premier dépôt.',
        en: 'xAPI must be turned on in the account’s settings before the first upload.',
      },
      source: 'help.talentlms.com/hc/en-us/articles/9651373731356',
    },
    {
      text: {
        fr: 'Il attend « passed » ou « completed », et le score brut : nos paquets les envoient.',
        en: 'It expects “passed” or “completed”, and the raw score: our packages send them.',
      },
      source: 'help.talentlms.com/hc/en-us/articles/28365179031580',
    },
    {
      text: {
        fr: 'Le score d’un paquet ne devient celui du cours que si les règles du cours le disent.',
        en: 'The score of a package becomes the course’s only where the rules of the course say so.',
      },
      source: 'help.talentlms.com/hc/en-us/articles/28365179031580',
    },
  ],
  steps: [
    {
      fr: 'Pour un paquet xAPI, activez d’abord xAPI sous « Account & Settings », « Integrations ».',
      en: 'For an xAPI package, first turn xAPI on under “Account & Settings”, “Integrations”.',
    },
    {
      fr: 'Comme formateur, ouvrez « Courses », puis « Edit » sur le cours.',
      en: 'As an instructor, open “Courses”, then “Edit” on the course.',
    },
    {
      fr: 'Choisissez « Add », « Learning Activities », puis « SCORM | xAPI | cmi5 ».',
      en: 'Choose “Add”, “Learning Activities”, then “SCORM | xAPI | cmi5”.',
    },
    {
      fr: 'Chargez le fichier .zip tel quel et publiez l’unité.',
      en: 'Upload the .zip file as it is and publish the unit.',
    },
    {
      fr: 'Dans les règles du cours, dites si le score de cette unité compte.',
      en: 'In the rules of the course, say whether the score of this unit counts.',
    },
    {
      fr: 'Après un essai, vérifiez le rapport : « Reports », « Learning activities », onglet « Analysis ».',
      en: 'After a trial, check the report: “Reports”, “Learning activities”, “Analysis” tab.',
    },
  ],
}
