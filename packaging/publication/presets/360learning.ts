import type { Preset } from '../preset.ts'

export const learning360: Preset = {
  id: '360learning',
  name: '360Learning',
  formats: ['scorm-12', 'scorm-2004-4', 'scorm-2004-3'],
  publication: { status: 'passed-incomplete' },
  reasons: {
    status: {
      fr: 'Son aide demande le couple « réussi » ou « incomplet », même pour un module sans question.',
      en: 'Its help asks for the pair “passed” or “incomplete”, even for a module without questions.',
    },
  },
  limits: { unpacked: 4_000_000_000, files: 50_000, scosIn12: 1 },
  facts: [
    {
      text: {
        fr: 'Il prend SCORM 1.2 et 2004 (2e, 3e et 4e éditions) ; en SCORM 1.2, un seul SCO, ce qui est le cas de nos paquets.',
        en: 'It takes SCORM 1.2 and 2004 (2nd, 3rd and 4th editions); in SCORM 1.2 a single SCO, as in our packages.',
      },
      source: 'support.360learning.com/hc/en-us/articles/115001426606',
    },
    {
      text: {
        fr: 'Au plus 4 Go une fois décompressé, 50 000 fichiers et un taux de compression de 200 ; l’aide disait autrefois 1,5 Go.',
        en: 'At most 4 GB once unpacked, 50,000 files and a compression ratio of 200; the help used to say 1.5 GB.',
      },
      source: 'support.360learning.com/hc/en-us/articles/115001426606',
    },
    {
      text: {
        fr: 'Un module SCORM n’y contient qu’un paquet, sans rien d’autre, et sans durée minimale ou maximale.',
        en: 'A SCORM course there holds one package and nothing else, without a minimum or maximum duration.',
      },
      source: 'support.360learning.com/hc/fr/articles/115001426606',
    },
  ],
  steps: [
    {
      fr: 'En haut à droite de l’accueil, appuyez sur « + », puis « Module ».',
      en: 'At the top right of the home page, choose “Create”, then “Course”.',
    },
    {
      fr: 'En haut à droite des modèles de modules, choisissez « Importer un module SCORM ».',
      en: 'At the top right of the course templates, choose “Import SCORM course”.',
    },
    {
      fr: 'À gauche, sous « Infos du module », appuyez sur le bouton SCORM.',
      en: 'On the left, below “Course Setup”, press the SCORM button.',
    },
    {
      fr: 'Choisissez « Ou sélectionnez un fichier », puis le fichier .zip tel quel.',
      en: 'Choose “Or select a file”, then the .zip file as it is.',
    },
    {
      fr: 'Pour ajouter des activités après lui, faites-en un autre module et réunissez les deux dans un parcours.',
      en: 'To add activities after it, make them another course and group both in a program.',
    },
  ],
}
