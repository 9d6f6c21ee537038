import type { Captions, Cue } from './cues.ts'

/**
 * Reads WebVTT or SubRip (SRT), whatever the name of the file says. Times in which both agree are
 * read alike: hours may be missing, and a comma stands for a point.
 *
 * @returns `null` when there is no cue in it at all
 * @see WebVTT, W3C Candidate Recommendation, §6; SubRip has no standard
 */
export function readCaptions(source: string): Captions | null {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const cues: Cue[] = []
  const unread: number[] = []
  for (const { first, block } of blocksOf(lines)) {
    const at = block.findIndex((line) => line.includes('-->'))
    if (at < 0) {
      if (!isAside(block[0] ?? '', first)) unread.push(first + 1)
      continue
    }
    const times = readTimes(block[at] ?? '')
    const text = block
      .slice(at + 1)
      .join('\n')
      .trim()
    if (times) cues.push({ ...times, text })
    else unread.push(first + at + 1)
  }
  return cues.length > 0 ? { cues, unread } : null
}

/** `mm:ss.mmm`, or `h:mm:ss.mmm` from one hour on. */
export function writeTime(milliseconds: number): string {
  const { hours, minutes, seconds, thousandths } = parts(milliseconds)
  const short = `${two(minutes)}:${two(seconds)}.${String(thousandths).padStart(3, '0')}`
  return hours > 0 ? `${hours}:${short}` : short
}

/** Milliseconds; `null` for what is no time. `1:02`, `01:02.5` and `0:01:02,500` are. */
export function readTime(text: string): number | null {
  const match = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(text.trim())
  if (!match) return null
  const [, hours = '0', minutes, seconds, fraction = '0'] = match
  if (Number(minutes) > 59 || Number(seconds) > 59) return null
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return whole * 1000 + Number(fraction.padEnd(3, '0'))
}

/** WebVTT, with nothing but cues in it: the same cues give the same bytes. */
export function writeWebVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ start, end, text }) => `${fullTime(start)} --> ${fullTime(end)}\n${safe(text)}\n`,
  )
  return ['WEBVTT\n', ...blocks].join('\n')
}

/** What stands between blank lines, with the number of its first line, from 0. */
function blocksOf(lines: string[]) {
  const blocks: { first: number; block: string[] }[] = []
  lines.forEach((line, number) => {
    const last = blocks.at(-1)
    if (line.trim() === '') return
    if (last && last.first + last.block.length === number) last.block.push(line)
    else blocks.push({ first: number, block: [line] })
  })
  return blocks
}

/** The head of the file, comments, styles and regions of WebVTT. */
function isAside(line: string, first: number): boolean {
  return (first === 0 && line.startsWith('WEBVTT')) || /^(NOTE|STYLE|REGION)\b/.test(line)
}

function readTimes(line: string): Pick<Cue, 'start' | 'end'> | null {
  const [from = '', to = ''] = line.split('-->')
  const start = readTime(from)
  const end = readTime(to.trim().split(/\s+/)[0] ?? '')
  return start === null || end === null ? null : { start, end }
}

function fullTime(milliseconds: number): string {
  const { hours, minutes, seconds, thousandths } = parts(milliseconds)
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${String(thousandths).padStart(3, '0')}`
}

function parts(milliseconds: number) {
  const whole = Math.round(milliseconds)
  return {
    hours: Math.floor(whole / 3_600_000),
    minutes: Math.floor(whole / 60_000) % 60,
    seconds: Math.floor(whole / 1000) % 60,
    thousandths: whole % 1000,
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** A blank line would end the cue, an arrow would begin another. */
function safe(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replaceAll('-->', '→'))
    .filter((line) => line !== '')
    .join('\n')
}
