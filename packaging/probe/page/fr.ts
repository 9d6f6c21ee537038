export const fr = {
  title: 'Sonde : ce que fait ce LMS',
  lead: 'Ceci est un module de test : il n’apprend rien. Il essaie ce dont nos modules ont besoin, dit ce que votre LMS en fait et quoi choisir à l’export. Supprimez-le quand vous avez fini.',
  record:
    'Dans le suivi, ce module écrira un score et un statut de test, sous votre nom : déposez-le dans un espace d’essai.',
  start: 'Commencer les essais',
  noLms:
    'Aucun LMS n’est trouvé autour de cette page : déposez le fichier .zip dans votre LMS, puis ouvrez-le de là.',
  refused: 'Le LMS est là, mais refuse d’ouvrir une session.',
  first: 'Premier passage',
  again:
    'Fermez maintenant cette fenêtre, sans bouton « Quitter », puis ouvrez ce module une seconde fois : la suite dira ce que le LMS a gardé.',
  second: 'Second passage : le compte rendu est complet',
  done: 'Le module est maintenant marqué réussi. Vous pouvez fermer la fenêtre et le supprimer.',
  atExport: 'À l’export :',
  copy: 'Copier le compte rendu en JSON',
  copied: 'Copié.',
  download: 'Télécharger le compte rendu en JSON',
  verdicts: { good: 'Bien', limited: 'À savoir', bad: 'Non', waits: 'Au second passage' },
  about: {
    where: 'Où le module s’ouvre',
    state: 'Données de reprise',
    resume: 'Reprise',
    closing: 'Fenêtre fermée d’un coup',
    statuses: 'Statuts',
    score: 'Score',
    answers: 'Réponses, une par une',
    objectives: 'Objectifs',
    storing: 'Enregistrement',
    time: 'Durée',
    storage: 'Mémoire du navigateur',
  },
  says: {
    waits: 'Se voit quand le module est ouvert une seconde fois.',
    'where-frame': 'Dans un cadre de la page du LMS.',
    'where-opener': 'Dans une fenêtre que le LMS a ouverte.',
    'where-here': 'Dans la page même du LMS.',
    stateWhole: 'Les {back} signes confiés sont tous revenus.',
    stateCut:
      'Le LMS a dit avoir pris {asked} signes ; il n’en est revenu que {back} : il coupe sans le dire.',
    stateNone: 'Rien n’est revenu.',
    resumes: 'Le LMS dit que l’apprenant reprend, et rend ce qu’il avait laissé.',
    resumeUnsaid:
      'Le LMS rend ce qui avait été laissé, mais ne dit pas que l’apprenant reprend : nos modules reprennent quand même.',
    resumeNot: 'Le LMS ne rend rien de ce qui avait été laissé.',
    closingKept: 'Ce qui est dit au moment où la fenêtre se ferme est gardé.',
    closingLost:
      'Ce qui est dit au moment où la fenêtre se ferme est perdu : les dernières secondes peuvent manquer.',
    statusesAll: 'Réussi, Échoué, Terminé et Incomplet sont tous pris.',
    statusesSome: 'Il ne prend pas : {missing}.',
    scoreDecimals: 'Pris, décimales comprises.',
    scoreWhole: 'Pris, sans décimales.',
    scoreNone: 'Refusé.',
    answersRefused: 'Refusées.',
    answersKept: 'Prises, et retrouvées au second passage.',
    answersUnsure: 'Prises, mais aucune n’est retrouvée au second passage.',
    objectivesRefused: 'Refusés.',
    objectivesKept: 'Pris, et retrouvés au second passage.',
    objectivesUnsure:
      'Pris, mais aucun n’est retrouvé au second passage : nos modules les redisent à chaque fois.',
    storing: 'Le LMS enregistre en {took} ms.',
    storingSlow:
      'Le LMS met {took} ms à enregistrer : le module attend pendant ce temps, et enregistre moins souvent.',
    storingNot:
      'Le LMS répond qu’il n’a pas enregistré : nos modules gardent alors l’avancement dans le navigateur.',
    timeAdded: 'Le LMS a compté {seconds} s, dont les {said} s annoncées.',
    timeOwn:
      'Le LMS n’a compté que {seconds} s sur les {said} s annoncées : il a sa propre horloge, ou ne compte pas.',
    storage:
      'Le navigateur laisse le module garder une copie de l’avancement, pour le jour où la session du LMS meurt.',
    noStorage:
      'Le navigateur ne laisse rien garder au module : si la session du LMS meurt, ce qui suit est perdu.',
  },
  choose: {
    stateEnough: 'rien à changer. Les contrôles disent si un module en demande davantage.',
    stateShort:
      'regardez « État à garder » dans les contrôles ; si le module en demande davantage, choisissez « on recommence à neuf » en revenant.',
    neverResume:
      'choisissez « on recommence à neuf » en revenant, et gardez les modules courts.',
    exitLink: 'gardez le bouton « Quitter », et dites aux apprenants de sortir par lui.',
    anyPair: 'toutes les paires de statuts conviennent.',
    completedPair: 'choisissez « Terminé / Incomplet » comme statut transmis.',
    incompletePair: 'choisissez « Réussi / Incomplet » comme statut transmis.',
    noScore: 'ne transmettez pas le score à la plateforme.',
    noAnswers: 'ne transmettez pas chaque réponse à la plateforme.',
    lookAnswers:
      'cherchez « probe_question » dans les rapports du LMS ; si elle n’y est pas, ne transmettez pas chaque réponse.',
    noObjectives: 'ne transmettez pas chaque évaluation comme un objectif.',
  },
}
