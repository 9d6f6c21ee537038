import type { Score } from '../scoring/score-of.ts'
import { activities, type EditionNumber } from './activities.ts'
import type { Activity, Agent, Result, Statement } from './statement.ts'
import { activityTypes, extensions, profileId, type VerbName, verbs } from './vocabulary.ts'

/** What is the same in all statements of one attempt at one package. */
export type Attempt = {
  iriBase: string
  moduleId: string
  edition: EditionNumber
  /** SHA-256 of the revision shown. */
  digest: string
  packageId: string
  /** UUID of the attempt: the same when it is resumed, another when it starts again. */
  registration: string
  /** One sitting. */
  sessionId: string
  actor: Agent
  language: string
  platform: 'scorm-12' | 'scorm-2004' | 'cmi5' | 'xapi' | 'web'
  /** The launch activity the LMS gave; our own edition when it gave none. */
  launchActivityId?: string
  title: string
}

/** When a statement was made and under which id: given by the caller, so that tests repeat. */
export type Moment = { id: string; timestamp: string }

/** A statement on the module as a whole: started, finished, passed, failed, left. */
export function onModule(
  attempt: Attempt,
  verb: Exclude<VerbName, 'experienced' | 'answered' | 'voided'>,
  moment: Moment,
  result?: Result,
): Statement {
  const id = attempt.launchActivityId ?? editionId(attempt)
  return statement(attempt, verb, moment, moduleActivity(id, attempt), result)
}

/** A section was left after it was looked at. `duration` is active time. */
export function onSection(
  attempt: Attempt,
  section: { id: string; title: string },
  moment: Moment,
  result: { duration: string; progressPercent: number },
): Statement {
  const activity: Activity = {
    id: activities.section(attempt.iriBase, attempt.moduleId, section.id),
    definition: { type: activityTypes.section, name: { [attempt.language]: section.title } },
  }
  return statement(attempt, 'experienced', moment, activity, {
    duration: result.duration,
    extensions: { [extensions.progress]: result.progressPercent },
  })
}

/** An answer to a question. `definition` is what the package says of the question. */
export function onQuestion(
  attempt: Attempt,
  question: {
    id: string
    keyDigest: string
    sectionId: string
    /** That asked it among others; left out where it stands alone. */
    assessmentId?: string
    definition: Omit<NonNullable<Activity['definition']>, 'type'>
  },
  moment: Moment,
  answer: {
    response: string
    /** `null` when nothing is right or wrong: no success and no score is then said. */
    success: boolean | null
    scaled: number
    duration: string
    tryNumber: number
  },
): Statement {
  const activity: Activity = {
    id: activities.question(attempt.iriBase, attempt.moduleId, question.id, question.keyDigest),
    definition: { type: activityTypes.question, ...question.definition },
  }
  const made = statement(attempt, 'answered', moment, activity, {
    response: answer.response,
    ...(answer.success !== null && {
      success: answer.success,
      score: { scaled: answer.scaled },
    }),
    duration: answer.duration,
    extensions: { [extensions.tryNumber]: answer.tryNumber },
  })
  const { iriBase, moduleId } = attempt
  const { sectionId, assessmentId } = question
  made.context.contextActivities.parent = [
    { id: activities.section(iriBase, moduleId, sectionId) },
    ...(assessmentId ? [{ id: activities.assessment(iriBase, moduleId, assessmentId) }] : []),
  ]
  return made
}

/** An assessment was handed in: passed or failed, or only completed where nothing is right or wrong. */
export function onAssessment(
  attempt: Attempt,
  assessment: { id: string; title: string },
  moment: Moment,
  { passed, score, attemptNumber }: HandedIn,
): Statement {
  const activity: Activity = {
    id: activities.assessment(attempt.iriBase, attempt.moduleId, assessment.id),
    definition: {
      type: activityTypes.assessment,
      name: { [attempt.language]: assessment.title },
    },
  }
  const verb = passed === null ? 'completed' : passed ? 'passed' : 'failed'
  const made = statement(attempt, verb, moment, activity, {
    completion: true,
    ...(passed !== null && { success: passed }),
    ...(score && { score }),
    extensions: { [extensions.tryNumber]: attemptNumber },
  })
  made.context.contextActivities.parent = [moduleActivity(editionId(attempt), attempt)]
  return made
}

export type HandedIn = {
  /** `null` when nothing is right or wrong. */
  passed: boolean | null
  score: Score | null
  /** 1 for the first. */
  attemptNumber: number
}

function statement(
  attempt: Attempt,
  name: VerbName,
  moment: Moment,
  object: Activity,
  result?: Result,
): Statement {
  return statementOf(attempt, { name, id: verbs[name] }, moment, object, result)
}

/** What is the same in all statements of our profile. */
export function statementOf(
  attempt: Attempt,
  verb: { name: string; id: string },
  moment: Moment,
  object: Activity,
  result?: Result,
): Statement {
  return {
    ...moment,
    actor: attempt.actor,
    verb: { id: verb.id, display: { 'en-US': verb.name } },
    object,
    ...(result && { result }),
    context: {
      registration: attempt.registration,
      revision: `${attempt.edition.major}.${attempt.edition.minor}`,
      language: attempt.language,
      platform: attempt.platform,
      contextActivities: {
        grouping: [
          { id: activities.line(attempt.iriBase, attempt.moduleId, attempt.edition.major) },
          moduleActivity(editionId(attempt), attempt),
        ],
        category: [{ id: profileId }],
      },
      extensions: {
        [extensions.sessionId]: attempt.sessionId,
        [extensions.digest]: attempt.digest,
        [extensions.packageId]: attempt.packageId,
      },
    },
  }
}

function editionId({ iriBase, moduleId, edition }: Attempt): string {
  return activities.edition(iriBase, moduleId, edition)
}

function moduleActivity(id: string, attempt: Attempt): Activity {
  return {
    id,
    definition: { type: activityTypes.module, name: { [attempt.language]: attempt.title } },
  }
}
