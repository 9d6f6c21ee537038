import type { CarriedOver, PlayerAssessment, PlayerData } from '../player/player-data.ts'

export type Shape = Pick<
  PlayerData,
  'digest' | 'sections' | 'questions' | 'required' | 'assessments'
>

/**
 * Where what a learner did in an earlier edition stands in this one, by position; -1 where it is
 * gone, or asks something else: an old answer would mean something else there.
 */
export function carriedOver(before: Shape, now: Shape): CarriedOver {
  const one = namesIn(before)
  const other = namesIn(now)
  const places = (part: keyof typeof one) => one[part].map((name) => other[part].indexOf(name))
  return {
    digest: before.digest.slice(0, 8),
    sections: places('sections'),
    required: places('required'),
    questions: places('questions'),
    assessments: places('assessments'),
  }
}

/** Whether every part of both editions stands at the same place: a state of one is one of the other. */
export function standsStill(before: Shape, now: Shape): boolean {
  const { digest: _, ...places } = carriedOver(before, now)
  return (Object.keys(places) as (keyof typeof places)[]).every(
    (part) =>
      places[part].length === now[part].length &&
      places[part].every((place, index) => place === index),
  )
}

/** How many questions of this edition were asked before, and have to be answered again. */
export function askedAgain(before: Shape, now: Shape): number {
  const { questions } = carriedOver(before, now)
  const asked = new Set(before.questions.map(({ question }) => question.id))
  return now.questions.filter(
    ({ question }, index) => asked.has(question.id) && !questions.includes(index),
  ).length
}

/** What stays the same as long as a learner's work means the same. */
function namesIn({ sections, required, questions, assessments }: Shape) {
  const keys = new Map(questions.map(({ question, keyDigest }) => [question.id, keyDigest]))
  const ruled = (assessment: PlayerAssessment) => nameOfAssessment(assessment, keys)
  return {
    sections: sections.map(({ id }) => id),
    required: required.map(({ id }) => {
      const assessment = assessments.find((each) => each.id === id)
      return assessment ? ruled(assessment) : id
    }),
    questions: questions.map(({ question: { id } }) => {
      const around = assessments.find((each) => each.questions.includes(id))
      return [id, keys.get(id), around && ruled(around)].join(' ')
    }),
    assessments: assessments.map(ruled),
  }
}

/** Its attempts were drawn from its questions, in its way: another way would draw others. */
function nameOfAssessment(
  { id, questions, draw, shuffle, correction }: PlayerAssessment,
  keys: ReadonlyMap<string, string>,
): string {
  const asked = questions.map((each) => `${each} ${keys.get(each)}`)
  return JSON.stringify([id, draw, shuffle, correction, asked])
}
