/** A line of captions: what is said, from when to when, in milliseconds from the start. */
export type Cue = { start: number; end: number; text: string }

/** A file of captions as it was read: nothing in it was changed. */
export type Captions = {
  cues: Cue[]
  /** Lines of the file, from 1, where something could not be read as a cue; each was left out. */
  unread: number[]
}

/** In the order in which they appear; of two that appear together, the one that ends first. */
export function inOrder(cues: readonly Cue[]): Cue[] {
  return [...cues].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** All cues earlier (negative) or later; none begins before the start. */
export function shiftAll(cues: readonly Cue[], milliseconds: number): Cue[] {
  return cues.map(({ start, end, text }) => ({
    start: Math.max(0, start + milliseconds),
    end: Math.max(0, end + milliseconds),
    text,
  }))
}

/** Two cues out of one: the words before and after `at`, and the time in proportion. */
export function splitCue({ start, end, text }: Cue, at = middleOf(text)): [Cue, Cue] {
  const share = text.length > 0 ? at / text.length : 0.5
  const between = Math.round(start + (end - start) * share)
  return [
    { start, end: between, text: text.slice(0, at).trim() },
    { start: between, end, text: text.slice(at).trim() },
  ]
}

/** Each cue ends at the latest when the next one begins. Two that begin together stay as they are. */
export function withoutOverlap(cues: readonly Cue[]): Cue[] {
  const ordered = inOrder(cues)
  return ordered.map((cue, index) => {
    const next = ordered[index + 1]
    return next && next.start > cue.start && cue.end > next.start
      ? { ...cue, end: next.start }
      : cue
  })
}

/** What is said, as paragraphs: a silence of two seconds begins a new one. */
export function transcriptOf(cues: readonly Cue[]): string {
  let last = 0
  let transcript = ''
  for (const { start, end, text } of inOrder(cues)) {
    const said = plain(text)
    if (said === '') continue
    const gap = transcript === '' ? '' : start - last >= 2000 ? '\n' : ' '
    transcript += gap + said
    last = end
  }
  return transcript
}

/** Without the marks of WebVTT (`<v Nadia>`, `<i>`), on one line. */
export function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The gap between two words that is nearest to the middle. */
function middleOf(text: string): number {
  const gaps = [...text.matchAll(/\s+/g)].map(({ index }) => index)
  const half = text.length / 2
  return gaps.reduce(
    (best, gap) => (Math.abs(gap - half) < Math.abs(best - half) ? gap : best),
    gaps[0] ?? Math.round(half),
  )
}
