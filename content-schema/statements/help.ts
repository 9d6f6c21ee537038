import { activities } from './activities.ts'
import { type Attempt, type Moment, statementOf } from './build-statement.ts'
import { soundRemark } from './opinion.ts'
import type { Activity, Result, Statement } from './statement.ts'
import { activityTypes, helpExtensions, helpVerbs } from './vocabulary.ts'

/** Where a learner was: a section, or the module as a whole. */
export type Whereabouts = { sectionId: string } | null

export const problemKinds = ['error', 'content', 'access'] as const
export const severities = ['minor', 'major', 'blocking'] as const

export type Problem = {
  /** `error`: something failed; `content`: something is wrong; `access`: cannot be used by them. */
  kind: (typeof problemKinds)[number]
  /** What failed, as a program names it: `media-404`. */
  code: string
  severity: (typeof severities)[number]
  browser?: { family: string; major: number }
}

/** A learner looked for something in the module. `hits` is how much was found. */
export function onSearch(
  attempt: Attempt,
  moment: Moment,
  { query, hits }: { query: string; hits: number },
): Statement {
  return told(attempt, 'searched', null, moment, {
    response: soundRemark(query),
    extensions: { [helpExtensions.hits]: hits },
  })
}

/** A learner asked somebody for help. Addresses and telephone numbers are left out of the words. */
export function onAsked(
  attempt: Attempt,
  where: Whereabouts,
  moment: Moment,
  text: string,
): Statement {
  return told(attempt, 'asked', where, moment, { response: soundRemark(text) })
}

/** Something went wrong: a learner says so, or the program does by itself. */
export function onProblem(
  attempt: Attempt,
  where: Whereabouts,
  moment: Moment,
  { kind, code, severity, browser }: Problem,
): Statement {
  return told(attempt, 'reported', where, moment, {
    extensions: {
      [helpExtensions.problem]: kind,
      [helpExtensions.code]: code,
      [helpExtensions.severity]: severity,
      ...(browser && { [helpExtensions.browser]: browser }),
    },
  })
}

function told(
  attempt: Attempt,
  name: keyof typeof helpVerbs,
  where: Whereabouts,
  moment: Moment,
  result: Result,
): Statement {
  const verb = { name, id: helpVerbs[name] }
  return statementOf(attempt, verb, moment, placeOf(attempt, where), result)
}

function placeOf({ iriBase, moduleId, edition }: Attempt, where: Whereabouts): Activity {
  if (!where) {
    const id = activities.edition(iriBase, moduleId, edition)
    return { id, definition: { type: activityTypes.module } }
  }
  const id = activities.section(iriBase, moduleId, where.sectionId)
  return { id, definition: { type: activityTypes.section } }
}
