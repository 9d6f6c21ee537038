import type { Preset } from '../preset.ts'

export const cornerstone: Preset = {
  id: 'cornerstone',
  name: 'Cornerstone',
  formats: ['scorm-2004-3', 'scorm-12', 'xapi'],
  publication: {},
  reasons: {},
  limits: { zip: 750_000_000 },
  facts: [
    {
      text: {
        fr: 'De SCORM 2004, c’est la 3e édition qui est prise en charge ; SCORM 1.2 l’est aussi.',
        en: 'Of SCORM 2004 it is the 3rd edition that is supported; SCORM 1.2 is too.',
      },
      source:
        'help.csod.com/help/csod_0/Content/Content/Course_Publisher/Create_New_Publication.htm',
    },
    {
      text: {
        fr: 'Content Uploader prend 750 Mo, l’ancien Course Publisher 250 Mo ; Edge Import va jusqu’à 2 Go.',
        en: 'Content Uploader takes 750 MB, the older Course Publisher 250 MB; Edge Import goes up to 2 GB.',
      },
      source:
        'help.csod.com/help/csod_0/Content/0_Whats_New/212/Core/Edge_Import/Edge_Import_-_Bulk_Publish_Content_212.htm',
    },
    {
      text: {
        fr: 'Les paquets xAPI s’y déposent et s’y suivent comme ceux de SCORM.',
        en: 'xAPI packages are uploaded and followed there like SCORM ones.',
      },
      source:
        'help.csod.com/help/csod_0/Content/Catalog/xAPI_Package_Support/xAPI_Package_Support_-_Overview.htm',
    },
    {
      text: {
        fr: 'Des utilisateurs disent qu’avec SCORM 1.2, certains rapports ne proposent pas le cours.',
        en: 'Users say that with SCORM 1.2 some reports do not offer the course.',
      },
      source:
        'community.articulate.com/discussions/articulate-storyline/everything-we-know-about-cornerstone-on-demand-and-storyline (2013)',
    },
  ],
  steps: [
    {
      fr: 'Ouvrez Content, puis Content Uploader ; s’il n’y est pas, il s’active dans les préférences de formation.',
      en: 'Open Content, then Content Uploader; if it is not there, it is turned on in the learning preferences.',
    },
    {
      fr: 'Glissez-y le fichier .zip tel quel et attendez la fin de sa vérification : un brouillon se crée dans Course Catalog.',
      en: 'Drag the .zip file there as it is and wait until it is checked: a draft is made in Course Catalog.',
    },
    {
      fr: 'Dans Course Catalog, ouvrez ce brouillon et essayez-le avec l’aperçu.',
      en: 'In Course Catalog, open this draft and try it with the preview.',
    },
    {
      fr: 'Remplissez sa fiche, puis publiez-le.',
      en: 'Fill in its record, then publish it.',
    },
  ],
}
