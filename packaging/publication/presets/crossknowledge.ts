import type { Preset } from '../preset.ts'

export const crossknowledge: Preset = {
  id: 'crossknowledge',
  name: 'CrossKnowledge',
  formats: ['scorm-12'],
  publication: {},
  reasons: {},
  limits: {
    zip: 200_000_000,
    extensions: ['htaccess', 'php', 'phps', 'phtm', 'phtml', 'pl', 'py', 'cgi', 'exe', 'sh'],
  },
  facts: [
    {
      text: {
        fr: 'Il prend SCORM 1.2 et SCORM 2004, sans dire quelle édition : SCORM 1.2 est le choix sûr.',
        en: 'It takes SCORM 1.2 and SCORM 2004, without saying which edition: SCORM 1.2 is the safe choice.',
      },
      source: 'developers.crossknowledge.com/third-party-prerequisites.html',
    },
    {
      text: {
        fr: 'Le back-office prend 200 Mo ; au-delà, CrossKnowledge ouvre un autre moyen de dépôt.',
        en: 'The back office takes 200 MB; beyond, CrossKnowledge opens another way to upload.',
      },
      source: 'developers.crossknowledge.com/third-party-prerequisites.html',
    },
    {
      text: {
        fr: 'Un seul fichier de programme (.php, .py, .exe, .sh…) fait refuser tout le paquet.',
        en: 'A single file of code (.php, .py, .exe, .sh…) has the whole package refused.',
      },
      source: 'developers.crossknowledge.com/third-party-prerequisites.html',
    },
    {
      text: {
        fr: 'Un contenu de fournisseur n’y a qu’un seul SCO : un long cours devient plusieurs paquets.',
        en: 'A provider’s content has a single SCO there: a long course becomes several packages.',
      },
      source: 'mountyapp.org/CrossKnowledge/ck_content_provider',
    },
  ],
  steps: [
    {
      fr: 'Dans le back-office, créez une ressource de formation à partir d’un paquet SCORM.',
      en: 'In the back office, create a learning resource from a SCORM package.',
    },
    {
      fr: 'Déposez le fichier .zip tel quel, d’au plus 200 Mo.',
      en: 'Upload the .zip file as it is, of at most 200 MB.',
    },
    {
      fr: 'Ajoutez cette ressource à un parcours.',
      en: 'Add this resource to a learning path.',
    },
    {
      fr: 'Suivez-la jusqu’au bout comme apprenant et vérifiez le statut et le score dans le suivi.',
      en: 'Follow it to its end as a learner and check status and score in the tracking.',
    },
  ],
}
