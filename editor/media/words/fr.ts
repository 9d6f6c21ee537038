/** Words of the tools for pictures, films and sounds. */
export const mediaFr = {
  crop: {
    heading: 'Cadrage',
    shape: 'Forme',
    shapes: {
      own: 'Celle de l’image',
      wide: 'Large (16:9)',
      classic: 'Classique (4:3)',
      square: 'Carrée (1:1)',
      tall: 'Haute (3:4)',
    },
    open: 'Recadrer et choisir le point important',
    hint: 'Glissez le cadre ou ses coins, ou déplacez-les avec les flèches du clavier (Maj : par 10).',
    frame: 'Cadre',
    corners: {
      nw: 'Coin en haut à gauche',
      ne: 'Coin en haut à droite',
      sw: 'Coin en bas à gauche',
      se: 'Coin en bas à droite',
    },
    point: 'Point important',
    pointHint: 'Il reste visible quelle que soit la forme.',
    left: 'Gauche (%)',
    top: 'Haut (%)',
    width: 'Largeur (%)',
    height: 'Hauteur (%)',
    pointX: 'Point important, depuis la gauche (%)',
    pointY: 'Point important, depuis le haut (%)',
    whole: 'Reprendre l’image entière',
    refused: 'Un nombre dont le cadre ne sort pas de l’image.',
  },
}

/** What each language must say, with the same names. */
export type MediaToolWords = typeof mediaFr
