/** What a learner reads where the module is not played as usual. */
export const thinWords = {
  fr: {
    ended:
      'Ce module n’est plus proposé ici. Votre travail reste enregistré dans votre plateforme de formation.',
    full: 'Ce module a déjà tous ses apprenants. Adressez-vous à votre organisme de formation.',
    elsewhere:
      'Ce module est déjà ouvert dans une autre fenêtre : continuez là-bas, puis fermez celle-ci.',
    kept: 'Le module est joué dans une édition plus ancienne pour l’instant. Le travail que vous avez déjà fait reste enregistré : vous le retrouverez une prochaine fois.',
  },
  en: {
    ended:
      'This module is no longer offered here. Your work is still saved in your training platform.',
    full: 'This module already has all its learners. Ask your training organisation.',
    elsewhere:
      'This module is already open in another window: continue there, then close this one.',
    kept: 'An older edition of the module is being played for now. The work you have already done is still saved: you will find it again another time.',
  },
}
