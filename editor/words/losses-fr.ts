import type { LossCode } from '#content-schema/foreign-html/losses.ts'

type Sentences = Record<LossCode, (count: number, names: string) => string>

const some = (count: number, one: string, many: string) =>
  count > 1 ? `${count} ${many}` : `1 ${one}`
const named = (names: string) => (names ? ` (${names})` : '')

/** What is said of a text from elsewhere: what of it was not taken as it was. */
export const losses = {
  title: (count: number) =>
    count > 1 ? `Texte collé, ${count} points à savoir` : 'Texte collé, un point à savoir',
  refusedTitle: 'Rien n’a été collé',
  undo: 'Ctrl+Z annule tout le collage.',
  dismiss: 'Fermer',
  sentences: {
    'foreign.too-many-nodes': () =>
      'Ce texte a plus de 2 000 éléments : c’est plus qu’un module n’en porte. Collez-le partie par partie.',
    'foreign.too-deep': () =>
      'Ce texte est imbriqué sans fin. Collez-le sans mise en forme, par Ctrl+Maj+V.',
    'foreign.link-refused': (count, names) =>
      `${some(count, 'lien ne mène pas à une adresse sûre : ses mots restent', 'liens ne mènent pas à une adresse sûre : leurs mots restent')}${named(names)}.`,
    'foreign.link-inner': (count, names) =>
      `${some(count, 'lien menait à un endroit du document d’origine : ses mots restent', 'liens menaient à un endroit du document d’origine : leurs mots restent')}${named(names)}.`,
    'foreign.image-remote': (count, names) =>
      `${some(count, 'image est restée sur son site : sa place est gardée, choisissez un fichier', 'images sont restées sur leur site : leur place est gardée, choisissez les fichiers')}${named(names)}.`,
    'foreign.image-missing': (count, names) =>
      `${some(count, 'image n’est pas venue avec le texte : sa place est gardée, choisissez le fichier', 'images ne sont pas venues avec le texte : leur place est gardée, choisissez les fichiers')}${named(names)}.`,
    'foreign.image-refused': (count, names) =>
      `${some(count, 'image illisible n’a pas été reprise', 'images illisibles n’ont pas été reprises')}${named(names)}.`,
    'foreign.image-moved': (count) =>
      `${some(count, 'image ne tient pas dans une liste, un encadré ou une cellule : elle est placée après', 'images ne tiennent pas dans une liste, un encadré ou une cellule : elles sont placées après')}.`,
    'foreign.element-moved': (count) =>
      `${some(count, 'élément ne tenait pas à cet endroit : il est placé après', 'éléments ne tenaient pas à cet endroit : ils sont placés après')}.`,
    'foreign.element-left-out': (count, names) =>
      `${some(count, 'image n’a pas de place dans une ligne de texte : elle est laissée', 'images n’ont pas de place dans une ligne de texte : elles sont laissées')}${named(names)}.`,
    'foreign.table-nested': (count) =>
      `${some(count, 'tableau dans un tableau est devenu des lignes de texte', 'tableaux dans un tableau sont devenus des lignes de texte')}.`,
    'foreign.header-guessed': (count) =>
      `${some(count, 'tableau : sa première ligne, en gras, est prise pour l’en-tête', 'tableaux : leur première ligne, en gras, est prise pour l’en-tête')}.`,
    'foreign.heading-folded': (count) => `${count} niveaux de titre sont ramenés à deux.`,
    'foreign.heading-flattened': (count, names) =>
      `${some(count, 'titre est devenu une ligne en gras', 'titres sont devenus des lignes en gras')}${named(names)}.`,
    'foreign.list-flattened': (count) =>
      `${some(count, 'liste est devenue des lignes de texte', 'listes sont devenues des lignes de texte')}.`,
    'foreign.list-start': (count) =>
      `${some(count, 'liste ne commençait pas à 1 : elle repart de 1', 'listes ne commençaient pas à 1 : elles repartent de 1')}.`,
    'foreign.list-too-deep': (count) =>
      `${some(count, 'ligne de liste est ramenée', 'lignes de liste sont ramenées')} au sixième niveau.`,
    'foreign.quote': (count, names) =>
      `${some(count, 'citation est devenue du texte courant', 'citations sont devenues du texte courant')}${named(names)}.`,
    'foreign.underline': (count, names) =>
      `${some(count, 'passage souligné ne l’est plus, un trait se prend pour un lien', 'passages soulignés ne le sont plus, un trait se prend pour un lien')}${named(names)}.`,
    'foreign.strikethrough': (count, names) =>
      `${some(count, 'passage barré ne l’est plus', 'passages barrés ne le sont plus')}${named(names)}.`,
    'foreign.highlight': (count, names) =>
      `${some(count, 'passage surligné ne l’est plus', 'passages surlignés ne le sont plus')}${named(names)}.`,
    'foreign.script': (count) =>
      `${some(count, 'script est laissé de côté', 'scripts sont laissés de côté')}.`,
    'foreign.embedded': (count) =>
      `${some(count, 'contenu intégré (vidéo, cadre, dessin, formule) est laissé de côté', 'contenus intégrés (vidéos, cadres, dessins, formules) sont laissés de côté')}.`,
    'foreign.form': (count) =>
      `${some(count, 'champ ou bouton de formulaire est laissé de côté', 'champs ou boutons de formulaire sont laissés de côté')}.`,
    'foreign.navigation': (count) =>
      `${some(count, 'menu est laissé de côté', 'menus sont laissés de côté')}.`,
    'foreign.hidden': (count) =>
      `${some(count, 'passage caché est laissé de côté', 'passages cachés sont laissés de côté')}.`,
    'foreign.comment': (count) =>
      `${some(count, 'commentaire est laissé de côté', 'commentaires sont laissés de côté')}.`,
    'foreign.footnote': (count) =>
      `${some(count, 'note : son numéro reste, son texte est à la fin', 'notes : leurs numéros restent, leurs textes sont à la fin')}.`,
    'foreign.contents-table': (count) =>
      `La table des matières (${some(count, 'ligne', 'lignes')}) est laissée : le plan du module la remplace.`,
    'foreign.revision': (count, names) =>
      `${some(count, 'passage supprimé en suivi des modifications est laissé de côté', 'passages supprimés en suivi des modifications sont laissés de côté')}${named(names)}.`,
    'foreign.unknown-node': (count, names) =>
      `${some(count, 'élément d’une sorte inconnue : son texte reste', 'éléments de sortes inconnues : leur texte reste')}${named(names)}.`,
  } satisfies Sentences as Sentences,
}
