import type { Answer, Question } from '#content-schema/scoring/question.ts'
import type { PlayerData } from './player-data.ts'
import { type Given, type LearnerState, newState, type Standing } from './state.ts'

type Shape = Pick<PlayerData, 'digest' | 'sections' | 'questions'>

/** The form below; another form would carry another number. */
const version = '1'

/** Characters of a typed number that are kept; the field takes no more. */
const longestNumber = 16

const standings: Standing[] = ['none', 'completed', 'passed', 'failed']

/**
 * Writes a state by position, in ASCII, without a name for anything: about 60 characters, then
 * 1 to 18 for each question.
 *
 * Fields, between semicolons: version, first eight digits of the digest, pseudonym, attempt,
 * section, sections seen (four a hexadecimal digit), seconds, standing, answers between commas
 * (tries in base 36, then the choices as a bit mask in base 36, `1` or `0`, or the number typed).
 */
export function writeSuspendData(data: Shape, state: LearnerState): string {
  return [
    version,
    data.digest.slice(0, 8),
    state.learner,
    state.attempt.toString(36),
    state.section.toString(36),
    writeBits(state.seen),
    Math.round(state.seconds).toString(36),
    standings.indexOf(state.standing),
    data.questions
      .map(({ question }, index) => writeGiven(question, state.given[index] ?? null))
      .join(','),
  ].join(';')
}

/**
 * Reads what {@link writeSuspendData} wrote. Another revision, another form or a text that was cut
 * gives `null`: the learner starts again rather than with somebody else's answers.
 */
export function readSuspendData(data: Shape, text: string): LearnerState | null {
  const fields = text.split(';')
  const [form, digest, learner, attempt, section, seen, seconds, standing, given] = fields
  if (form !== version || digest !== data.digest.slice(0, 8) || given === undefined) return null
  const answers = given.split(',')
  if (!isLearner(learner) || answers.length !== Math.max(1, data.questions.length)) return null
  return {
    learner,
    attempt: whole(attempt, 1),
    section: Math.min(whole(section, 0), data.sections.length - 1),
    seen: readBits(seen ?? '', data.sections.length),
    given: data.questions.map(({ question }, index) =>
      readGiven(question, answers[index] ?? ''),
    ),
    seconds: whole(seconds, 0),
    standing: standings[Number(standing)] ?? 'none',
  }
}

/** The pseudonym alone: it outlives a revision whose answers cannot be taken over. */
export function readLearner(text: string): string | null {
  const [form, , learner] = text.split(';')
  return form === version && isLearner(learner) ? learner : null
}

/** How long the text can get for a module, whatever a learner does. */
export function largestSuspendData(sections: number, questions: Question[]): number {
  const data: Shape = {
    digest: '0'.repeat(64),
    sections: Array.from({ length: sections }, () => ({ id: '', title: '' })),
    questions: questions.map((question) => ({
      question,
      sectionIndex: 0,
      prompt: '',
      keyDigest: '',
    })),
  }
  return writeSuspendData(data, {
    ...newState(data),
    attempt: 36 ** 2 - 1,
    section: Math.max(0, sections - 1),
    seen: data.sections.map(() => true),
    given: questions.map((question) => ({ tries: 10, answer: longestAnswer(question) })),
    seconds: 36 ** 6 - 1,
  }).length
}

function longestAnswer(question: Question): Answer {
  if (question.kind === 'trueFalse') return { kind: 'truth', value: true }
  if (question.kind === 'numeric') return { kind: 'number', text: '9'.repeat(longestNumber) }
  return { kind: 'choices', ids: question.choices.map((choice) => choice.id) }
}

function writeGiven(question: Question, given: Given | null): string {
  if (!given) return ''
  return `${Math.min(given.tries, 35).toString(36)}${writeAnswer(question, given.answer)}`
}

function writeAnswer(question: Question, answer: Answer): string {
  if (answer.kind === 'truth') return answer.value ? '1' : '0'
  if (answer.kind === 'number') return plain(answer.text)
  const choices = 'choices' in question ? question.choices : []
  const mask = choices.reduce(
    (bits, choice, index) => bits | (answer.ids.includes(choice.id) ? 1 << index : 0),
    0,
  )
  return mask.toString(36)
}

function readGiven(question: Question, text: string): Given | null {
  const tries = Number.parseInt(text.charAt(0), 36)
  if (!(tries >= 1)) return null
  return { tries, answer: readAnswer(question, text.slice(1)) }
}

function readAnswer(question: Question, text: string): Answer {
  if (question.kind === 'trueFalse') return { kind: 'truth', value: text === '1' }
  if (question.kind === 'numeric') return { kind: 'number', text }
  const mask = Number.parseInt(text, 36) || 0
  const chosen = question.choices.filter((_, index) => mask & (1 << index))
  return { kind: 'choices', ids: chosen.map((choice) => choice.id) }
}

/** A typed number without what would break the form: spaces go, a comma becomes a point. */
function plain(typed: string): string {
  const kept = typed.replace(',', '.').replace(/[−–]/g, '-')
  return kept.replace(/[^\d.+-]/g, '').slice(0, longestNumber)
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

function isLearner(text: string | undefined): text is string {
  return /^[0-9a-f]{32}$/.test(text ?? '')
}
