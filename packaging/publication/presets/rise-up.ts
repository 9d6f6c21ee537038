import type { Preset } from '../preset.ts'

export const riseUp: Preset = {
  id: 'rise-up',
  name: 'Rise Up',
  formats: ['scorm-12', 'scorm-2004-4', 'scorm-2004-3'],
  publication: { status: 'passed-incomplete' },
  reasons: {
    status: {
      fr: 'Son aide demande « Réussi / Incomplet » : une valeur définitive arrête le suivi, un échec y resterait.',
      en: 'Its help asks for “Passed/Incomplete”: a final value stops the tracking, a failure would stay.',
    },
  },
  limits: { zip: 1_000_000_000 },
  facts: [
    {
      text: {
        fr: 'Il prend SCORM 1.2 et 2004 (2e, 3e et 4e éditions), avec un seul SCO, ce qui est le cas de nos paquets.',
        en: 'It takes SCORM 1.2 and 2004 (2nd, 3rd and 4th editions), with a single SCO, as in our packages.',
      },
      source: 'helpdesk.riseup.ai/hc/fr/articles/360022017340',
    },
    {
      text: {
        fr: 'Au plus 1 Go ; l’archive s’ouvre sur imsmanifest.xml et n’a pas d’accent dans ses noms : c’est le cas des nôtres.',
        en: 'At most 1 GB; the archive opens on imsmanifest.xml and has no accents in its names, as ours.',
      },
      source:
        'helpdesk.riseup.ai/hc/fr/articles/360022017340; helpdesk.riseup.ai/hc/en-us/articles/33353469495058',
    },
    {
      text: {
        fr: 'L’avancement n’y prend que trois valeurs : 0 % avant de commencer, 50 % dès le début, 100 % quand le module est achevé.',
        en: 'Progress has three values only: 0% before the start, 50% from the start on, 100% once the module is completed.',
      },
      source: 'helpdesk.riseup.ai/hc/fr/articles/360022017340',
    },
    {
      text: {
        fr: 'Une fenêtre surgissante peut gêner le suivi, et une étape SCORM n’a pas de durée minimale.',
        en: 'A pop-up window may break the tracking, and a SCORM step has no minimum duration.',
      },
      source: 'helpdesk.riseup.ai/hc/fr/articles/360022017340',
    },
  ],
  steps: [
    {
      fr: 'Avec le droit de modifier la formation (administrateur ou concepteur), ouvrez-la et ajoutez-y une étape SCORM.',
      en: 'With the right to edit the training (administrator or designer), open it and add a SCORM step.',
    },
    {
      fr: 'Déposez le fichier .zip tel quel.',
      en: 'Upload the .zip file as it is.',
    },
    {
      fr: 'Il n’y a rien d’autre à régler : le suivi vient du module.',
      en: 'There is nothing else to set: the tracking comes from the module.',
    },
    {
      fr: 'Suivez le module jusqu’au bout comme apprenant et vérifiez que l’avancement passe à 100 %.',
      en: 'Follow the module to its end as a learner and check that progress goes to 100%.',
    },
  ],
}
