import type { Preset } from '../preset.ts'

export const blackboard: Preset = {
  id: 'blackboard',
  name: 'Blackboard',
  formats: ['scorm-2004-4', 'scorm-12', 'xapi'],
  publication: {},
  reasons: {},
  limits: {},
  facts: [
    {
      text: {
        fr: 'Le moteur SCORM prend SCORM 1.2 et SCORM 2004 4e édition ; l’administration doit l’avoir activé.',
        en: 'The SCORM engine takes SCORM 1.2 and SCORM 2004 4th edition; an administrator must have turned it on.',
      },
      source: 'help.blackboard.com/fr-ca/Learn/Administrator/SaaS/Tools_Management/SCORM',
    },
    {
      text: {
        fr: 'Un paquet xAPI s’y joue, mais sans entrepôt de traces : seules les données de base arrivent aux notes.',
        en: 'An xAPI package plays there, but without a record store: only basic data reach the grades.',
      },
      source:
        'help.anthology.com/blackboard-preview/instructor/en/original-course-view/original-course-content/original-create-content/original-add-content-packages.html',
    },
    {
      text: {
        fr: 'La limite de taille des fichiers ne s’applique pas aux paquets SCORM.',
        en: 'The limit on the size of files does not apply to SCORM packages.',
      },
      source:
        'help.blackboard.com/nl-nl/Learn/Administrator/Hosting/System_Management/File_Size_Limit',
    },
    {
      text: {
        fr: 'Les réglages de la note ne changent plus après l’import ; entre plusieurs tentatives, la dernière notée compte.',
        en: 'Grade settings cannot be changed after the import; among several attempts, the last one with a grade counts.',
      },
      source:
        'academic-technology-services.scrollhelp.site/ats/how-do-i-add-scorm-content-to-blackboard-ultra',
    },
  ],
  steps: [
    {
      fr: 'Dans le contenu du cours, appuyez sur le signe « plus », puis « Créer », et choisissez le paquet SCORM.',
      en: 'In the course content, press the plus sign, then “Create”, and choose “SCORM package”.',
    },
    {
      fr: 'Déposez le fichier .zip tel quel et attendez la fin de sa vérification.',
      en: 'Choose “Upload SCORM package”, take the .zip file as it is and wait until it is checked.',
    },
    {
      fr: 'Donnez le titre, la date limite et le nombre de tentatives.',
      en: 'Give the title, the due date and the number of attempts.',
    },
    {
      fr: 'Choisissez de noter le paquet SCORM, et son barème, avant d’enregistrer ; laissez les SCO un par un sans note : il n’y en a qu’un.',
      en: 'Choose “Grade SCORM”, and its schema, before you save; leave individual SCOs ungraded: there is only one.',
    },
    {
      fr: 'Rendez-le visible pour les étudiants.',
      en: 'Make it visible to students.',
    },
  ],
}
