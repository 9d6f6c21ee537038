import type { Preset } from '../preset.ts'

export const scormCloud: Preset = {
  id: 'scorm-cloud',
  name: 'SCORM Cloud',
  formats: ['scorm-2004-4', 'scorm-2004-3', 'scorm-12', 'cmi5', 'xapi'],
  publication: {},
  reasons: {},
  limits: {},
  facts: [
    {
      text: {
        fr: 'Il prend SCORM 1.2, SCORM 2004 (2e, 3e et 4e éditions), xAPI, AICC et cmi5 : c’est là qu’on compare un paquet aux normes.',
        en: 'It takes SCORM 1.2, SCORM 2004 (2nd, 3rd and 4th editions), xAPI, AICC and cmi5: this is where a package is compared with the standards.',
      },
      source: 'user-guide.cloud.scorm.com/scorm-cloud-user-guide',
    },
    {
      text: {
        fr: 'Il vérifie le manifeste contre son schéma et, en SCORM 1.2, signale une description de plus de 1 000 signes.',
        en: 'It validates the manifest against its schema and, in SCORM 1.2, warns of a description of more than 1,000 characters.',
      },
      source: 'adapt-contrib-xapi#19; github.com/exelearning/iteexe/issues/96',
    },
    {
      text: {
        fr: 'Il distingue les majuscules dans les noms de fichiers : les nôtres s’écrivent toujours de la même façon.',
        en: 'It tells capitals apart in file names: ours are always written the same way.',
      },
      source: 'polistrasmill.com/2024/02/18/finished-the-task',
    },
    {
      text: {
        fr: 'Un lecteur y règle chaque paquet après coup, et un journal montre chaque appel.',
        en: 'Each package can be tuned there afterwards, and a log shows each call.',
      },
      source:
        'scorm.com/scorm-solved/scorm-cloud/course-properties; scorm.com/scorm-solved/scorm-cloud/debug-logs',
    },
  ],
  steps: [
    {
      fr: 'Dans la bibliothèque, ajoutez un contenu et choisissez d’importer un paquet.',
      en: 'In the library, add content and choose to import a package.',
    },
    {
      fr: 'Déposez le fichier .zip tel quel.',
      en: 'Upload the .zip file as it is.',
    },
    {
      fr: 'Lancez-le depuis sa page et suivez-le jusqu’au bout.',
      en: 'Launch it from its page and follow it to its end.',
    },
    {
      fr: 'Au retour, lisez l’achèvement, la réussite, le score et la durée.',
      en: 'On your return, read completion, success, score and time.',
    },
    {
      fr: 'En cas de doute, ouvrez le journal de mise au point (« Debug »).',
      en: 'When in doubt, open the debug log.',
    },
  ],
}
