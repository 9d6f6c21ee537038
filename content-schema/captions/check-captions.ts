import { type Cue, inOrder, plain } from './cues.ts'

/** What keeps captions from being read. */
export const captionProblems = [
  'overlap',
  'end-before-start',
  'out-of-order',
  'empty',
  'too-fast',
  'too-many-lines',
  'line-too-long',
  'after-end',
] as const
export type CaptionProblem = (typeof captionProblems)[number]
export type CaptionFinding = {
  problem: CaptionProblem
  /** Of the cue in the list that was checked. */
  index: number
}

/**
 * Bounds of comfortable reading: characters a second, characters a line, lines.
 *
 * @see French charter for subtitling for deaf and hard of hearing viewers (CSA, 2011): 12 characters
 *   a second for slow reading, up to 20 seen as too fast; 2 lines; 36 to 42 characters a line
 */
const fastest = 20
const longestLine = 42
const mostLines = 2

/** What there is to mend, in the order of the cues. `duration` is that of the film, in milliseconds. */
export function checkCaptions(
  cues: readonly Cue[],
  duration: number | null = null,
): CaptionFinding[] {
  const ordered = inOrder(cues)
  return cues.flatMap((cue, index) => {
    const previous = cues[index - 1]
    const found: [boolean, CaptionProblem][] = [
      [cue.end <= cue.start, 'end-before-start'],
      [previous !== undefined && previous.start > cue.start, 'out-of-order'],
      [overlapsEarlier(ordered, cue), 'overlap'],
      [plain(cue.text) === '', 'empty'],
      [speedOf(cue) > fastest, 'too-fast'],
      [linesOf(cue).length > mostLines, 'too-many-lines'],
      [linesOf(cue).some((line) => plain(line).length > longestLine), 'line-too-long'],
      [duration !== null && cue.start >= duration, 'after-end'],
    ]
    return found.filter(([wrong]) => wrong).map(([, problem]) => ({ problem, index }))
  })
}

/** It appears while one that appeared before is still there. */
function overlapsEarlier(ordered: readonly Cue[], cue: Cue): boolean {
  const at = ordered.indexOf(cue)
  return ordered.slice(0, at).some((earlier) => earlier.end > cue.start)
}

/** Characters a second. */
function speedOf({ start, end, text }: Cue): number {
  return end > start ? (plain(text).length * 1000) / (end - start) : 0
}

function linesOf({ text }: Cue): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}
