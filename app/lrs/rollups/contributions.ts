import { timeBucket } from '#app/db/schema/statements/time-buckets.ts'
import type { Cell } from './cells.ts'
import type { Facts, QuestionFacts } from './facts.ts'

const dayMs = 86_400_000

/** What one attempt adds to the rollups: whole numbers only, at most once to each row. */
export function contributions(facts: Facts): Cell[] {
  return [
    dayOf(facts),
    { table: 'edition_learners', key: [facts.actor.value], sums: [1] },
    ...facts.sections.flatMap((section) => sectionCells(facts, section)),
    ...moduleTime(facts),
    ...packageDays(facts),
    ...facts.questions.flatMap((question) => questionCells(facts, question)),
    ...facts.ratings.map((rating) => ratingCell(facts, rating)),
  ]
}

function dayOf({ firstAt, completed, passed }: Facts): Cell {
  return {
    table: 'edition_days',
    key: [Math.floor(firstAt / dayMs)],
    sums: [
      1,
      Number(completed),
      Number(passed?.value === true),
      Number(passed?.value === false),
    ],
  }
}

function packageDays({ packages }: Facts): Cell[] {
  return packages.map(([packageId, lastAt]) => ({
    table: 'package_days',
    key: [packageId, Math.floor(lastAt / dayMs)],
    sums: [1],
  }))
}

function sectionCells(facts: Facts, [sectionId, activeMs]: Facts['sections'][0]): Cell[] {
  const stopped = !facts.completed && facts.lastSection?.value === sectionId
  return [
    { table: 'section_reach', key: [sectionId], sums: [1, Number(stopped)] },
    { table: 'active_times', key: [sectionId, timeBucket(activeMs)], sums: [1] },
  ]
}

/** Time in the module, of those who went through it: the others would make it look shorter. */
function moduleTime({ completed, sections }: Facts): Cell[] {
  if (!completed || sections.length === 0) return []
  const activeMs = sections.reduce((sum, [, time]) => sum + time, 0)
  return [{ table: 'active_times', key: ['', timeBucket(activeMs)], sums: [1] }]
}

function questionCells(
  { questions }: Facts,
  { questionId, keyDigest, first, tries }: QuestionFacts,
): Cell[] {
  const { mark, success, response } = first.value
  const total = questions.reduce((sum, each) => sum + each.first.value.mark, 0)
  const rest = total - mark
  const sums = [1, Number(success), tries, mark, mark * mark, rest, rest * rest, mark * rest]
  return [
    { table: 'question_marks', key: [questionId, keyDigest], sums },
    { table: 'question_responses', key: [questionId, keyDigest, response], sums: [1] },
  ]
}

function ratingCell({ actor }: Facts, [nodeId, { at, id, value }]: Facts['ratings'][0]): Cell {
  return { table: 'part_ratings', key: [nodeId, actor.value, at, id, value], sums: [1] }
}
