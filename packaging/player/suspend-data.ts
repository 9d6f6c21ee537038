import type { Assessment, Attempts } from '#content-schema/scoring/assessment.ts'
import { keyFactsOf } from '#content-schema/scoring/key-facts.ts'
import { kindOf } from '#content-schema/scoring/mark-answer.ts'
import type { Question } from '#content-schema/scoring/question.ts'
import { hash } from '#content-schema/scoring/shuffled.ts'
import type { PlayerData } from './player-data.ts'
import { type Given, type LearnerState, newState, standings } from './state.ts'

type Part = 'sections' | 'required' | 'questions' | 'assessments'
type Shape = Pick<PlayerData, 'digest' | 'earlier' | Part>

/** The form below; another form would carry another number. */
const version = '4'
/**
 * Forms that are still read, and the pseudonym in them: the second had nothing of assessments, which
 * no module had then; the third had no checksum.
 */
const readable = /^[2-4];[^;]*;([0-9a-f]{32})\b/

/**
 * Writes a state by position, in ASCII, without a name for anything: about 60 characters, then
 * 1 and more for each question.
 *
 * Fields, between semicolons: version, first eight digits of the digest, pseudonym, attempt,
 * section, sections seen and elements done (four a hexadecimal digit), seconds, standing, answers
 * between commas (tries in base 36, then what the kind of question makes of the answer), assessments
 * between commas (attempts begun, whether one is open, then the best one and its points in
 * hundredths, between points), checksum of all before it.
 */
export function writeSuspendData(data: Shape, state: LearnerState): string {
  const text = [
    version,
    digestOf(data),
    state.learner,
    short(state.attempt),
    short(state.section),
    writeBits([...state.seen, ...state.done]),
    short(Math.round(state.seconds)),
    standings.indexOf(state.standing),
    data.questions
      .map(({ question }, index) => writeGiven(question, state.given[index] ?? null))
      .join(','),
    state.attempts.map(writeAttempts).join(','),
  ].join(';')
  return sealed(text)
}

/**
 * Reads what {@link writeSuspendData} wrote, in this edition or in one it takes over from. A revision
 * it knows nothing of, another form or a text that was cut gives `null`: the learner starts again
 * rather than with somebody else's answers.
 */
export function readSuspendData(data: Shape, text: string): LearnerState | null {
  const fields = text.split(';')
  const [form, digest, , attempt, section, bits = '', seconds, standing, given] = fields
  const learner = readLearner(text)
  const before = data.earlier.find((each) => each.digest === digest)
  const isKnown = before || digest === digestOf(data)
  const attempts = form === '2' ? '' : fields[9]
  if (!learner || !isKnown || given === undefined || attempts === undefined) return null
  if (form === version && text !== sealed(fields.slice(0, -1).join(';'))) return null

  /** Where the parts of that edition stand in this one. */
  const placesOf = (part: Part) => before?.[part] ?? data[part].map((_, index) => index)
  /** What that edition has of each part, by the places of this one. */
  const carried = <Value>(part: Part, values: Value[], none: Value) => {
    const places = placesOf(part)
    return data[part].map((_, index) => values[places.indexOf(index)] ?? none)
  }
  const isFull = (part: Part, { length }: string[]) => length === (placesOf(part).length || 1)
  const answers = given.split(',')
  const sat = attempts.split(',')
  if (!isFull('questions', answers) || !isFull('assessments', sat)) return null
  const ticks = readBits(bits)
  const sections = placesOf('sections')
  return {
    learner,
    attempt: whole(attempt, 1),
    section: Math.max(0, sections[whole(section, 0)] ?? 0),
    seen: carried('sections', ticks, false),
    done: carried('required', ticks.slice(sections.length), false),
    given: carried('questions', answers, '').map((answer, index) =>
      readGiven(data.questions[index]!.question, answer),
    ),
    seconds: whole(seconds, 0),
    attempts: carried('assessments', sat, '').map(readAttempts),
    standing: standings[Number(standing)] ?? 'none',
  }
}

/** The pseudonym alone: it outlives a revision whose answers cannot be taken over. */
export function readLearner(text: string): string | null {
  const [, learner = null] = readable.exec(text) ?? []
  return learner
}

/** How long the text can get for a module, whatever a learner does. */
export function largestSuspendData(
  { sections, required }: { sections: number; required: number },
  questions: Question[],
  assessments: Assessment[] = [],
): number {
  const blank: Shape = {
    digest: '0'.repeat(64),
    sections: Array.from({ length: sections }, () => ({ id: '', title: '' })),
    required: Array.from({ length: required }, () => ({ id: '', sectionIndex: 0 })),
    questions: [],
    assessments: [],
    earlier: [],
  }
  const frame = writeSuspendData(blank, {
    ...newState(blank),
    attempt: 36 ** 2 - 1,
    section: Math.max(0, sections - 1),
    seconds: 36 ** 6 - 1,
  })
  const together = new Set(assessments.flatMap((each) => each.questions))
  const loose = questions.filter(({ id }) => !together.has(id)).map(longestGiven)
  const drawn = assessments.flatMap((each) => longestDraw(each, questions))
  const commas = Math.max(0, questions.length - 1)
  const attempts = assessments.length * (longestAttempts.length + 1)
  return frame.length + commas + attempts + sum([...loose, ...drawn])
}

/** Only what was drawn has an answer. */
function longestDraw({ questions: ids, draw }: Assessment, questions: Question[]): number[] {
  const lengths = questions.filter(({ id }) => ids.includes(id)).map(longestGiven)
  const longestFirst = lengths.sort((one, other) => other - one)
  return draw === 0 ? longestFirst : longestFirst.slice(0, draw)
}

function longestGiven(question: Question): number {
  return 1 + keyFactsOf(question).budget(question.key)
}

/** Ten thousand points, in hundredths, are four digits of base 36. */
const longestAttempts = 'zz.1.zz.zzzz'
/** More attempts than anybody makes: later ones are counted as this many. */
const mostAttempts = 36 ** 2 - 1

function writeAttempts({ begun, open, best }: Attempts): string {
  if (begun === 0) return ''
  const fields = [Math.min(begun, mostAttempts), Number(open)]
  if (best) fields.push(Math.min(best.attempt, mostAttempts), Math.round(best.raw * 100))
  return fields.map(short).join('.')
}

function readAttempts(text: string): Attempts {
  const [begun, open, attempt, raw] = text.split('.')
  return {
    begun: whole(begun, 0),
    open: open === '1',
    best: raw === undefined ? null : { attempt: whole(attempt, 1), raw: whole(raw, 0) / 100 },
  }
}

function writeGiven(question: Question, given: Given | null): string {
  if (!given) return ''
  return `${short(Math.min(given.tries, 35))}${kindOf(question).pack(question.key, given.answer)}`
}

function readGiven(question: Question, text: string): Given | null {
  const tries = Number.parseInt(text.charAt(0), 36)
  if (!(tries >= 1)) return null
  return { tries, answer: kindOf(question).unpack(question.key, text.slice(1)) }
}

const fourBits = [0, 1, 2, 3]

function writeBits(bits: boolean[]): string {
  let text = ''
  for (let start = 0; start < bits.length; start += 4) {
    const four = fourBits.reduce((sum, bit) => sum + (bits[start + bit] ? 1 << bit : 0), 0)
    text += four.toString(16)
  }
  return text
}

/** Maybe some more, none of them set. */
function readBits(text: string): boolean[] {
  return [...text].flatMap((digit) =>
    fourBits.map((bit) => (Number.parseInt(digit, 16) & (1 << bit)) !== 0),
  )
}

function short(value: number): string {
  return value.toString(36)
}

function whole(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? '', 36)
  return value >= 0 ? value : otherwise
}

function digestOf({ digest }: Shape): string {
  return digest.slice(0, 8)
}

/** Four digits of base 36. */
export function checksum(text: string): string {
  return (hash(text) >>> 0).toString(36).slice(-4).padStart(4, '0')
}

/** What stands before the last semicolon belongs to what follows it. */
function sealed(text: string): string {
  return `${text};${checksum(text)}`
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
