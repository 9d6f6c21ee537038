import type { Preset } from '../preset.ts'

export const docebo: Preset = {
  id: 'docebo',
  name: 'Docebo',
  formats: ['scorm-2004-3', 'scorm-12', 'xapi'],
  publication: {},
  reasons: {},
  limits: {
    extensions: [
      'htaccess',
      'phps',
      'php5',
      'php4',
      'ph3',
      'php',
      'cgi',
      'sh',
      'shtml',
      'asp',
      'aspx',
      'jsp',
      'py',
      'rb',
      'pl',
    ],
  },
  facts: [
    {
      text: {
        fr: 'Il prend SCORM 1.2 et, de SCORM 2004, la seule 3e édition, sans séquencement.',
        en: 'It takes SCORM 1.2 and, of SCORM 2004, the 3rd edition only, without sequencing.',
      },
      source: 'help.docebo.com/hc/en-us/articles/360020128479',
    },
    {
      text: {
        fr: 'Les données de reprise y sont limitées à 4 096 signes en SCORM 1.2, à 64 000 en SCORM 2004.',
        en: 'Resume data are limited to 4,096 characters in SCORM 1.2, to 64,000 in SCORM 2004.',
      },
      source: 'help.docebo.com/hc/en-us/articles/360020128479',
    },
    {
      text: {
        fr: 'Un seul fichier de programme de serveur (.php, .py, .sh…) fait refuser tout le paquet.',
        en: 'A single file of server code (.php, .py, .sh…) has the whole package refused.',
      },
      source: 'help.docebo.com/hc/en-us/articles/360020128479',
    },
    {
      text: {
        fr: 'Un paquet xAPI y pèse au plus 1 024 Mo, et son tincan.xml relie les traces au cours.',
        en: 'An xAPI package weighs at most 1,024 MB there, and its tincan.xml ties statements to the course.',
      },
      source: 'help.docebo.com/hc/en-us/articles/360020128459',
    },
    {
      text: {
        fr: 'Le rapport par question, lisible, demande SCORM 2004 3e édition et un module achevé par ses questions.',
        en: 'The readable report by question asks for SCORM 2004 3rd edition and a module that is completed by its questions.',
      },
      source:
        'community.docebo.com/let-s-talk-shop-42/scorm-mystery-articulate-rise-storyline-360-resolved-9047',
    },
    {
      text: {
        fr: 'L’achèvement n’est enregistré sûrement que si l’apprenant sort par le bouton du module.',
        en: 'Completion is recorded for certain only when the learner leaves by the module’s own button.',
      },
      source: 'docebo.com/knowledge-base/marking-training-material-as-complete',
    },
  ],
  steps: [
    {
      fr: 'Dans le menu admin (l’engrenage), ouvrez « Gestion des cours » sous « E-learning ».',
      en: 'In the admin menu (the gear), open “Course management” under “E-learning”.',
    },
    {
      fr: 'Cliquez sur la description du cours, puis ouvrez l’onglet de ses contenus pédagogiques (« Training material »).',
      en: 'Click the description of the course, then open the “Training material” tab.',
    },
    {
      fr: 'Ajoutez un contenu pédagogique de type « SCORM », ou « xAPI (Tin Can) » pour un paquet xAPI.',
      en: 'Choose “Add training material”, then “SCORM”, or “xAPI (Tin Can)” for an xAPI package.',
    },
    {
      fr: 'Chargez le fichier .zip tel quel, puis enregistrez.',
      en: 'Upload the .zip file as it is, then save.',
    },
    {
      fr: 'Dites aux apprenants de sortir par « Quitter », dans le module.',
      en: 'Tell learners to leave with “Quit”, in the module.',
    },
  ],
}
