import type { Preset } from '../preset.ts'

export const chamilo: Preset = {
  id: 'chamilo',
  name: 'Chamilo',
  formats: ['scorm-12'],
  publication: {},
  reasons: {},
  limits: {},
  facts: [
    {
      text: {
        fr: 'Chamilo 1.11 ne garantit que SCORM 1.2.',
        en: 'Chamilo 1.11 vouches for SCORM 1.2 only.',
      },
      source:
        'docs.chamilo.org/1.11.x-es/manual-del-profesor/estructura_rutas_de_aprendizaje/importar_aicc_y_scorm; github.com/chamilo/chamilo-lms/issues/1948',
    },
    {
      text: {
        fr: 'Il n’applique pas la note de passage d’un manifeste : le statut est celui que le module envoie.',
        en: 'It does not apply the mastery score of a manifest: the status is the one that the module sends.',
      },
      source: 'github.com/chamilo/chamilo-lms/issues/4331',
    },
    {
      text: {
        fr: 'La progression peut y atteindre 100 % après un échec annoncé : préférez un statut qui ne dit rien de définitif.',
        en: 'Progress may reach 100% there after a failure that was told: choose a status that says nothing final.',
      },
      source: 'github.com/chamilo/chamilo-lms/issues/1796',
    },
    {
      text: {
        fr: 'La taille permise est celle du serveur : post_max_size et upload_max_filesize de PHP doivent dépasser celle du paquet d’au moins 10 %.',
        en: 'The size allowed is the server’s: PHP’s post_max_size and upload_max_filesize have to exceed the package’s by at least 10%.',
      },
      source: 'github.com/chamilo/chamilo-lms/issues/2558',
    },
    {
      text: {
        fr: 'Au retour, il peut annoncer une première visite : nos paquets ne s’y fient pas pour reprendre.',
        en: 'On a return it may announce a first visit: our packages do not rely on it to resume.',
      },
      source: 'github.com/chamilo/chamilo-lms/issues/2988',
    },
  ],
  steps: [
    {
      fr: 'Dans le cours, ouvrez l’outil « Parcours ».',
      en: 'In the course, open the learning paths.',
    },
    {
      fr: 'Choisissez « Import AICC et SCORM », puis le fichier .zip tel quel, et envoyez-le.',
      en: 'Choose “Import SCORM course”, then the .zip file as it is, and upload it.',
    },
    {
      fr: 'Dans les paramètres du parcours, décochez « Temps cumulatif SCORM » si les durées affichées sont trop longues.',
      en: 'In the settings of the path, untick the cumulative SCORM time if the times shown are too long.',
    },
    {
      fr: 'Rendez le parcours visible, puis ouvrez-le en « Vue apprenant ».',
      en: 'Make the path visible, then open it as a learner.',
    },
  ],
}
