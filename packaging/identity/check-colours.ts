import { contrast, nearestPassing, paled } from './contrast.ts'
import type { Theme } from './identity.ts'

/** A colour that cannot be read where it is used. */
export type ColourProblem = {
  token: 'accent' | 'paper'
  colour: string
  /** The worst of its contrasts. */
  ratio: number
  /** What that one has to be. */
  least: number
  /** The nearest colour that passes; `null` when no colour of its hue does. */
  proposal: string | null
}

/** Ours: `player/styles/tokens.css`. */
const ours = { paper: '#fbfaf6', card: '#ffffff', accent: '#17595f' }

/** What is written or drawn on the ground of the page, with the contrast that it needs there. */
const onPaper: readonly [string, number][] = [
  ['#22262d', 4.5],
  ['#565f6b', 4.5],
  ['#1d6b3a', 4.5],
  ['#a1271f', 4.5],
  ['#855000', 4.5],
  ['#b1480f', 3],
  ['#80868f', 3],
]

/** What of the accent is mixed into white behind what is chosen or pointed at. */
export const paleShare = 0.9

/** Each colour of a theme against each ground that it is used on. @see WCAG 2.2, 1.4.3 and 1.4.11 */
export function checkColours({ paper, accent }: Pick<Theme, 'paper' | 'accent'>) {
  const ground = paper ?? ours.paper
  const problems: ColourProblem[] = []
  if (paper) problems.push(...problemOf('paper', paper, (colour) => pairsOfPaper(colour)))
  const action = accent ?? ours.accent
  problems.push(...problemOf('accent', action, (colour) => pairsOfAccent(colour, ground)))
  return problems
}

type Pair = { ratio: number; least: number }

function pairsOfPaper(paper: string): Pair[] {
  return onPaper.map(([colour, least]) => ({ ratio: contrast(colour, paper), least }))
}

/** White on a button is as far from it as the button's colour from a white card. */
function pairsOfAccent(accent: string, paper: string): Pair[] {
  const grounds = [paper, ours.card, paled(accent, paleShare)]
  return grounds.map((ground) => ({ ratio: contrast(accent, ground), least: 4.5 }))
}

function problemOf(
  token: ColourProblem['token'],
  colour: string,
  pairs: (colour: string) => Pair[],
): ColourProblem[] {
  const passes = (tried: string) => pairs(tried).every(({ ratio, least }) => ratio >= least)
  if (passes(colour)) return []
  const [worst] = pairs(colour).sort((a, b) => a.ratio / a.least - b.ratio / b.least)
  return [{ token, colour, ...worst!, proposal: nearestPassing(colour, passes) }]
}
