import type { Preset } from '../preset.ts'

export const ilias: Preset = {
  id: 'ilias',
  name: 'ILIAS',
  formats: ['scorm-12', 'scorm-2004-4', 'scorm-2004-3', 'cmi5', 'xapi'],
  publication: {},
  reasons: {},
  limits: {},
  facts: [
    {
      text: {
        fr: 'SCORM 2004 4e édition y est prise en charge, mais elle ralentit la lecture : SCORM 1.2 suffit à nos paquets.',
        en: 'SCORM 2004 4th edition is supported, but makes it slower: SCORM 1.2 is enough for our packages.',
      },
      source: 'ILIAS 9, lang/ilias_fr.lang, cont_fourth_edition_info',
    },
    {
      text: {
        fr: 'Sans fichier à lancer, une ressource du manifeste fait échouer l’import : les nôtres en ont une.',
        en: 'A resource of the manifest without a file to launch makes the import fail: ours has one.',
      },
      source: 'github.com/ILIAS-eLearning/ILIAS/pull/6967',
    },
    {
      text: {
        fr: 'Quand un onglet est fermé, ce que le module envoie au dernier moment peut se perdre : le statut et le score sont déjà partis, le temps de la séance peut manquer.',
        en: 'When a tab is closed, what the module sends at the last moment may be lost: status and score have left before, the time of the session may be missing.',
      },
      source:
        'github.com/ILIAS-eLearning/ILIAS/pull/2770; github.com/missing-elements/h5p-offline-player, release embed-v1.3.1',
    },
    {
      text: {
        fr: 'Un paquet xAPI s’y dépose dans un objet « xAPI/cmi5 », pas dans un module SCORM.',
        en: 'An xAPI package goes into an “xAPI/cmi5” object, not into a SCORM module.',
      },
      source: 'ILIAS 9, lang/ilias_fr.lang, cmix_add_source_upload_dir_info',
    },
  ],
  steps: [
    {
      fr: 'Dans le cours ou la catégorie, ajoutez un objet « Module SCORM/AICC ».',
      en: 'In the course or the category, add a SCORM/AICC learning module.',
    },
    {
      fr: 'Importez le fichier .zip tel quel.',
      en: 'Import the .zip file as it is.',
    },
    {
      fr: 'Dans l’onglet « Paramètres », mettez le module « En ligne ».',
      en: 'In the “Settings” tab, put the module “Online”.',
    },
    {
      fr: 'Au même endroit, laissez vide le champ qui remplace la note de passage (mastery_score) : le module dit lui-même s’il est réussi.',
      en: 'There too, leave the field that overwrites the mastery_score empty: the module says by itself whether it is passed.',
    },
    {
      fr: 'Pour la progression, choisissez « Collection d’objets SCORM » et cochez le seul objet du paquet.',
      en: 'For learning progress, choose the collection of SCORM items and tick the only item of the package.',
    },
    {
      fr: 'Dites aux apprenants de sortir par « Quitter », dans le module.',
      en: 'Tell learners to leave with “Quit”, in the module.',
    },
  ],
}
