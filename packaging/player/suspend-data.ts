import type { Assessment, Attempts } from '#content-schema/scoring/assessment.ts'
import { keyFactsOf } from '#content-schema/scoring/key-facts.ts'
import { kindOf } from '#content-schema/scoring/mark-answer.ts'
import type { Question } from '#content-schema/scoring/question.ts'
import { hash } from '#content-schema/scoring/shuffled.ts'
import type { CarriedOver, PlayerData } from './player-data.ts'
import { type Given, type LearnerState, newState, type Standing } from './state.ts'

type Shape = Pick<
  PlayerData,
  'digest' | 'sections' | 'questions' | 'required' | 'assessments' | 'earlier'
>

/** The form below; another form would carry another number. */
const version = '4'
/**
 * Forms that are still read: the second had nothing of assessments, which no module had then; the
 * third had no checksum.
 */
const readable = ['2', '3', version]

const standings: Standing[] = ['none', 'completed', 'passed', 'failed']

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
    data.digest.slice(0, 8),
    state.learner,
    state.attempt.toString(36),
    state.section.toString(36),
    writeBits([...state.seen, ...state.done]),
    Math.round(state.seconds).toString(36),
    standings.indexOf(state.standing),
    data.questions
      .map(({ question }, index) => writeGiven(question, state.given[index] ?? null))
      .join(','),
    state.attempts.map(writeAttempts).join(','),
  ].join(';')
  return `${text};${checksum(text)}`
}

/**
 * Reads what {@link writeSuspendData} wrote, in this edition or in one it takes over from. A revision
 * it knows nothing of, another form or a text that was cut gives `null`: the learner starts again
 * rather than with somebody else's answers.
 */
export function readSuspendData(data: Shape, text: string): LearnerState | null {
  const fields = text.split(';')
  const [form, digest, learner, attempt, section, seen, seconds, standing, given] = fields
  const from = placesOf(data).find((each) => each.digest === digest)
  if (!isReadable(form) || !from || given === undefined) return null
  if (form === version && !isWhole(text)) return null
  const answers = given.split(',')
  const bits = readBits(seen ?? '', from.sections.length + from.required.length)
  if (!isLearner(learner) || answers.length !== Math.max(1, from.questions.length)) return null
  const attempts = (form === '2' ? '' : fields[9])?.split(',')
  if (attempts?.length !== Math.max(1, from.assessments.length)) return null
  const inPlace = <Value>(values: Value[], places: number[], of: unknown[], none: Value) =>
    of.map((_, index) => values[places.indexOf(index)] ?? none)
  const { sections, required, questions, assessments } = from
  const left = sections[whole(section, 0)] ?? 0
  return {
    learner,
    attempt: whole(attempt, 1),
    section: Math.max(0, Math.min(left, data.sections.length - 1)),
    seen: inPlace(bits, sections, data.sections, false),
    done: inPlace(bits.slice(sections.length), required, data.required, false),
    given: inPlace(answers, questions, data.questions, '').map((answer, index) =>
      readGiven(data.questions[index]!.question, answer),
    ),
    seconds: whole(seconds, 0),
    attempts: inPlace(attempts, assessments, data.assessments, '').map(readAttempts),
    standing: standings[Number(standing)] ?? 'none',
  }
}

/** Of this edition, where all is in its place, and of those before it. */
function placesOf({ digest, earlier, ...parts }: Shape): CarriedOver[] {
  const own = (of: unknown[]) => of.map((_, index) => index)
  const { sections, required, questions, assessments } = parts
  return [
    {
      digest: digest.slice(0, 8),
      sections: own(sections),
      required: own(required),
      questions: own(questions),
      assessments: own(assessments),
    },
    ...earlier,
  ]
}

/** The pseudonym alone: it outlives a revision whose answers cannot be taken over. */
export function readLearner(text: string): string | null {
  const [form, , learner] = text.split(';')
  return isReadable(form) && isLearner(learner) ? learner : null
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
  return fields.map((field) => field.toString(36)).join('.')
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
  const tries = Math.min(given.tries, 35).toString(36)
  return `${tries}${kindOf(question).pack(question.key, given.answer)}`
}

function readGiven(question: Question, text: string): Given | null {
  const tries = Number.parseInt(text.charAt(0), 36)
  if (!(tries >= 1)) return null
  return { tries, answer: kindOf(question).unpack(question.key, text.slice(1)) }
}

function writeBits(bits: boolean[]): string {
  let text = ''
  for (let start = 0; start < bits.length; start += 4) {
    const four = bits.slice(start, start + 4)
    text += four.reduce((sum, bit, index) => sum + (bit ? 1 << index : 0), 0).toString(16)
  }
  return text
}

function readBits(text: string, length: number): boolean[] {
  return Array.from({ length }, (_, index) => {
    const four = Number.parseInt(text.charAt(Math.floor(index / 4)), 16) || 0
    return (four & (1 << (index % 4))) !== 0
  })
}

function whole(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? '', 36)
  return Number.isFinite(value) && value >= 0 ? value : otherwise
}

/** Four digits of base 36. */
export function checksum(text: string): string {
  return (hash(text) >>> 0).toString(36).slice(-4).padStart(4, '0')
}

/** What follows the last semicolon belongs to what stands before it. */
function isWhole(text: string): boolean {
  const end = text.lastIndexOf(';')
  return checksum(text.slice(0, end)) === text.slice(end + 1)
}

function isReadable(form: string | undefined): boolean {
  return readable.includes(form ?? '')
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function isLearner(text: string | undefined): text is string {
  return /^[0-9a-f]{32}$/.test(text ?? '')
}
