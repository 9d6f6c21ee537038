import { activities } from './activities.ts'
import { type Attempt, type Moment, statementOf } from './build-statement.ts'
import type { Statement } from './statement.ts'
import {
  activityTypes,
  moreActivityTypes,
  positioningExtensions,
  positioningVerbs,
} from './vocabulary.ts'

/** Which test it was: before learning, or after it. */
export type AssessmentType = 'positioning' | 'final'

/** What an assessment showed of one competency: a statement a competency. `scaled` is 0 to 1. */
export function onCompetency(
  attempt: Attempt,
  assessment: { id: string; title: string; type: AssessmentType },
  competency: { id: string; title: string },
  moment: Moment,
  scaled: number,
): Statement {
  const { iriBase, moduleId, language } = attempt
  const object = {
    id: activities.assessment(iriBase, moduleId, assessment.id),
    definition: { type: activityTypes.assessment, name: { [language]: assessment.title } },
  }
  const verb = { name: 'scored', id: positioningVerbs.scored }
  const made = statementOf(attempt, verb, moment, object, {
    score: { scaled },
    extensions: { [positioningExtensions.assessmentType]: assessment.type },
  })
  made.context.contextActivities.grouping.push({
    id: competency.id,
    definition: { type: moreActivityTypes.competency, name: { [language]: competency.title } },
  })
  return made
}

/** A section was left out, since a positioning test showed that it is known. */
export function onWaived(
  attempt: Attempt,
  section: { id: string; title: string },
  moment: Moment,
): Statement {
  const object = {
    id: activities.section(attempt.iriBase, attempt.moduleId, section.id),
    definition: { type: activityTypes.section, name: { [attempt.language]: section.title } },
  }
  const verb = { name: 'skipped', id: positioningVerbs.skipped }
  return statementOf(attempt, verb, moment, object, {
    extensions: { [positioningExtensions.reason]: 'Tested Out' },
  })
}
