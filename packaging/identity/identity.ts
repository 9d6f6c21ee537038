import type { Words } from '../player/i18n/words.ts'

/** The fonts that are asked of a learner's own device: none is fetched. */
export const fonts = {
  system:
    'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif',
  book: '"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L","Book Antiqua",Georgia,"Liberation Serif",serif',
  arial: 'Arial,"Liberation Sans",Helvetica,sans-serif',
  verdana: 'Verdana,"DejaVu Sans",Geneva,sans-serif',
  humanist: 'Seravek,"Gill Sans Nova",Ubuntu,Calibri,"DejaVu Sans",sans-serif',
  georgia: 'Georgia,"DejaVu Serif","Times New Roman",serif',
  slab: 'Rockwell,"Rockwell Nova","Roboto Slab","DejaVu Serif",serif',
}
export type Font = keyof typeof fonts
export const fontNames = Object.keys(fonts) as [Font, ...Font[]]

/** How far the corners of buttons are rounded, in pixels. */
export const corners = { round: 999, soft: 8, square: 0 }
export type Corners = keyof typeof corners
export const cornerNames = Object.keys(corners) as [Corners, ...Corners[]]

/** `#rrggbb` in lower case; `null` leaves ours. */
export type Colour = string | null

/** How the packages of an organisation look. */
export type Theme = {
  /** Ground of the bar above the module. */
  brand: Colour
  /** Links, buttons and what is chosen. */
  accent: Colour
  /** Ground of the page. */
  paper: Colour
  text: Font
  headings: Font
  corners: Corners
  /** SHA-256 of a picture among the files of the package, and what it says. */
  logo: { digest: string; alt: string } | null
}

export const plainTheme: Theme = {
  brand: null,
  accent: null,
  paper: null,
  text: 'system',
  headings: 'book',
  corners: 'round',
  logo: null,
}

/** Words of the page that an organisation may say otherwise: at most 40 characters, they stand on buttons. */
export const pageLabels = [
  'previous',
  'next',
  'quit',
  'outline',
  'check',
  'clue',
  'objective',
  'prerequisites',
  'credits',
] as const satisfies (keyof Words['page'])[]

/** Sentences after an answer that it may say otherwise: at most 160 characters. */
export const playerLabels = [
  'right',
  'partly',
  'wrong',
] as const satisfies (keyof Words['player'])[]

/** Sentences around the module that it may say otherwise: at most 160 characters. */
export const frameLabels = [
  'completed',
  'passed',
  'failed',
  'tryAgain',
  'startOver',
  'left',
] as const satisfies (keyof Words['frame'])[]

/** The button under a page where learners may say what they think: at most 40 characters. */
export const remarkLabels = ['giveOpinion'] as const satisfies (keyof Words['remarks'])[]

export const labelNames = [
  ...pageLabels,
  ...playerLabels,
  ...frameLabels,
  ...remarkLabels,
] as const
export type LabelName = (typeof labelNames)[number]

/** What is said instead of ours, in each of the player's languages; what is missing is said as we do. */
export type Labels = Record<'fr' | 'en', Partial<Record<LabelName, string>>>

/** What makes the packages of an organisation its own. */
export type Identity = { theme: Theme; labels: Labels }

export const plainIdentity: Identity = { theme: plainTheme, labels: { fr: {}, en: {} } }
