import type { Preset } from '../preset.ts'

export const successfactors: Preset = {
  id: 'successfactors',
  name: 'SAP SuccessFactors Learning',
  formats: ['scorm-12'],
  publication: {},
  reasons: {},
  limits: {},
  facts: [
    {
      text: {
        fr: 'Il lit SCORM 1.2 et SCORM 2004 dans le manifeste ; un paquet SCORM 2004 s’importe par l’interface, jamais par SFTP.',
        en: 'It reads SCORM 1.2 and SCORM 2004 from the manifest; a SCORM 2004 package is imported by the interface, never by SFTP.',
      },
      source: 'SAP KBA 2316909; SAP KBA 2568384',
    },
    {
      text: {
        fr: 'La note de passage de l’objet de contenu l’emporte sur le statut du module : laissez-la vide.',
        en: 'The mastery score of the content object overrides the module’s status: leave it empty.',
      },
      source: 'SAP KBA 2978409',
    },
    {
      text: {
        fr: 'Une séance inactive s’arrête au bout de 30 minutes, sauf si la page de structure reste ouverte : ne la fermez pas.',
        en: 'An idle session ends after 30 minutes, unless the content structure page stays open: do not close it.',
      },
      source: 'SAP KBA 2978409',
    },
    {
      text: {
        fr: 'L’identifiant de l’objet vient du manifeste (15 premiers signes au plus), suivi d’un numéro.',
        en: 'The object’s identifier comes from the manifest (15 first characters at most), followed by a number.',
      },
      source: 'SAP KBA 2316909',
    },
    {
      text: {
        fr: 'Un contenu placé sur un autre serveur demande un relais (« proxlet ») : déposez plutôt le paquet sur iContent.',
        en: 'Content on another server needs a relay (“proxlet”): put the package on iContent instead.',
      },
      source: 'SAP, Implementing Cross-Domain Content Delivery, 1H 2022',
    },
  ],
  steps: [
    {
      fr: 'Dans l’administration de la formation, ouvrez « Content », « Tools », « Import Content ».',
      en: 'In Learning Administration, open “Content”, “Tools”, “Import Content”.',
    },
    {
      fr: 'Choisissez le fichier .zip sans l’ouvrir et, comme emplacement, iContent.',
      en: 'Choose the .zip file without opening it and, as its location, iContent.',
    },
    {
      fr: 'Laissez l’assistant créer l’objet de contenu et le relier à un cours.',
      en: 'Let the wizard create the content object and tie it to a course.',
    },
    {
      fr: 'Dans « Content Objects », ouvrez l’objet et videz « Mastery Score ».',
      en: 'In “Content Objects”, open the object and empty “Mastery Score”.',
    },
    {
      fr: 'Attribuez-vous le cours, suivez-le jusqu’au bout et vérifiez l’historique.',
      en: 'Assign the course to yourself, follow it to its end and check the history.',
    },
  ],
}
