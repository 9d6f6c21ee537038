import type { NodeJson } from '#content-schema/identity.ts'
import { schema } from '#content-schema/schema.ts'
import { type QuestionReading, say } from './question-reading.ts'

/** What other programs know of a question beside what it asks. */
export type Details = {
  title: string
  tags: string[]
  points: number
  hints: string[]
}

/** Characters, as the schema's questions. */
const longestHint = 500

/**
 * The same question, worth as many points and with its hint where our kind has any. Its title and
 * its tags are written where authors alone read them.
 */
export function detailed(
  question: NodeJson,
  details: Details,
  reading: QuestionReading,
): NodeJson {
  const known = schema.nodes[question.type as 'numeric'].spec.attrs ?? {}
  const note = noteOf(question, details)
  const attrs = {
    ...question.attrs,
    ...('points' in known && pointsOf(details, reading)),
    ...('hint' in known && hintOf(details, reading)),
    ...(note && { authorNote: note.slice(0, 5000) }),
  }
  return { ...question, attrs }
}

function pointsOf({ points }: Details, reading: QuestionReading) {
  const whole = Number.isInteger(points) && points >= 1 && points <= 100
  if (!whole) say(reading, 'import.points')
  return whole && points !== 1 ? { points } : {}
}

function hintOf({ hints }: Details, reading: QuestionReading) {
  const [hint, ...more] = hints.filter((each) => each !== '')
  if (more.length > 0 || (hint?.length ?? 0) > longestHint) say(reading, 'import.hint')
  return hint ? { hint: hint.slice(0, longestHint) } : {}
}

/** Many programs call a question by its first words: those are not said twice. */
function noteOf(question: NodeJson, { title, tags }: Details): string {
  const asks = JSON.stringify(question.content?.[0] ?? {})
  const own = title !== '' && !asks.includes(title.slice(0, 20)) ? [title] : []
  return [...own, ...tags.filter(Boolean).map((tag) => `#${tag}`)].join(' ')
}
