import { interactionRecords } from '#content-schema/scoring/interaction-record.ts'
import { reaches } from '#content-schema/scoring/score-of.ts'
import {
  type Attempt,
  type Moment,
  onAssessment,
  onModule,
  onQuestion,
  onSection,
} from '#content-schema/statements/build-statement.ts'
import type { Statement } from '#content-schema/statements/statement.ts'
import { pseudonymHome } from '#content-schema/statements/vocabulary.ts'
import type { PlayerData } from '../player-data.ts'
import { type Progress, progressOf } from '../progress.ts'
import { isoDuration } from '../reporters/durations.ts'
import type { Reporter, XapiLaunch } from '../reporters/reporter.ts'
import { type LearnerState, registrationOf } from '../state.ts'
import { createOutbox, type Destination, type Outbox } from './outbox.ts'
import { openStore } from './store.ts'
import type { Traces } from './traces.ts'
import { uuidv7 } from './uuid.ts'

export type TracesParts = {
  data: PlayerData
  platform: Reporter['platform']
  launch: XapiLaunch | undefined
  state: LearnerState
  resumed: boolean
  now: () => number
}

/** One LRS, and who the learner is to it. */
type Trail = {
  attempt: Attempt
  /** What an LMS calls the learner; our own LRS only ever hears a pseudonym. */
  actor: Record<string, unknown> | null
  outbox: Pick<Outbox, 'add' | 'send' | 'flush'>
}

/** A statement whose actor is somebody the LMS named, in its own way. */
type Named = Omit<Statement, 'actor'> & { actor: Record<string, unknown> }

const sendEvery = 8000

/** Begins to trace a sitting, in the LRS of the package and in the one an xAPI launch named. */
export function openTraces(parts: TracesParts): Traces | null {
  const trails = trailsOf(parts)
  if (trails.length === 0) return null
  const timer = setInterval(() => sendAll(trails), sendEvery)
  const traces = tracesOn(trails, parts, () => clearInterval(timer))
  sendAll(trails)
  return traces
}

function sendAll(trails: Trail[]): void {
  for (const { outbox } of trails) void outbox.send()
}

function trailsOf(parts: TracesParts): Trail[] {
  const { data, launch } = parts
  const trails: Trail[] = []
  if (data.traces) {
    const { endpoint, key, secret } = data.traces
    const auth = `Basic ${btoa(`${key}:${secret}`)}`
    trails.push(trail(parts, 'own', { endpoint, auth }, null))
  }
  if (launch) trails.push(trail(parts, 'lms', launch, launch))
  return trails
}

function trail(
  parts: TracesParts,
  name: string,
  destination: Destination,
  launch: XapiLaunch | null,
): Trail {
  const { data, state, platform, now } = parts
  const attempt: Attempt = {
    iriBase: data.iriBase,
    moduleId: data.moduleId,
    edition: data.edition,
    digest: data.digest,
    packageId: data.packageId,
    registration: launch?.registration ?? registrationOf(state),
    sessionId: uuidv7(now()),
    actor: pseudonym(state),
    language: data.language,
    platform,
    title: data.title,
    ...(launch?.activityId && { launchActivityId: launch.activityId }),
  }
  const outbox =
    launch?.outbox ??
    createOutbox({
      destination,
      store: openStore(),
      name: `${data.packageId}.${name}`,
      fetch: (...request) => fetch(...request),
    })
  return { attempt, actor: launch?.actor ?? null, outbox }
}

function pseudonym(state: LearnerState): Attempt['actor'] {
  return { objectType: 'Agent', account: { homePage: pseudonymHome, name: state.learner } }
}

function tracesOn(trails: Trail[], parts: TracesParts, stop: () => void): Traces {
  const { data, now } = parts
  const told = new Set<number>()
  let last = 0
  let outcome: Pick<Progress, 'completed' | 'passed'> = progressOf(data, parts.state)

  function tell(
    build: (attempt: Attempt, moment: Moment) => Statement,
    hearing = trails,
  ): void {
    // Two in one millisecond would have no order.
    const time = Math.max(now(), last + 1)
    last = time
    for (const { attempt, actor, outbox } of hearing) {
      const moment = { id: uuidv7(time), timestamp: new Date(time).toISOString() }
      const statement = build(attempt, moment)
      const named: Statement | Named = actor ? { ...statement, actor } : statement
      outbox.add(named)
    }
  }

  function judged({ passed, score }: Progress, open: number): void {
    if (passed === null || !score) return
    const duration = isoDuration(open)
    tell((attempt, moment) =>
      onModule(attempt, passed ? 'passed' : 'failed', moment, {
        success: passed,
        score,
        duration,
      }),
    )
  }

  tell((attempt, moment) => onModule(attempt, 'initialized', moment))
  if (parts.resumed) tell((attempt, moment) => onModule(attempt, 'resumed', moment))

  return {
    sectionLeft(index, active, share) {
      const section = data.sections[index]
      if (!section || (active < 2000 && told.has(index))) return
      told.add(index)
      const result = {
        duration: isoDuration(active),
        progressPercent: Math.floor(share * 100),
      }
      tell((attempt, moment) => onSection(attempt, section, moment, result))
    },

    answered(index, answer, mark, took, tryNumber) {
      const asked = data.questions[index]
      const section = asked && data.sections[asked.sectionIndex]
      if (!asked || !section) return
      const { question, keyDigest, described } = asked
      const result = {
        scaled: Math.round(mark.share * 10_000) / 10_000,
        duration: isoDuration(took),
        tryNumber,
      }
      const together = data.assessments[asked.paper]
      const assessment = together && { assessmentId: together.id }
      for (const record of interactionRecords(question, answer, 'xapi')) {
        const definition = (described[record.id] ?? described[question.id])?.definition ?? {}
        const sectionId = section.id
        const subject = { id: record.id, keyDigest, sectionId, definition, ...assessment }
        const { response, success } = record
        const scaled = record.id === question.id ? result.scaled : Number(success === true)
        tell((attempt, moment) =>
          onQuestion(attempt, subject, moment, { ...result, response, success, scaled }),
        )
      }
    },

    handedIn(place, score, attemptNumber) {
      const assessment = data.assessments[place]
      if (!assessment) return
      const passed = score && reaches(score, assessment.threshold)
      tell((attempt, moment) =>
        onAssessment(attempt, assessment, moment, { passed, score, attemptNumber }),
      )
    },

    /** What an LRS was told of completion and success is never taken back. */
    settled(progress, open) {
      const { completed, passed } = outcome
      if (!progress.completed) return
      // An assessment that was taken again may pass a module that was failed at first.
      if (completed && !(passed === false && progress.passed)) return
      outcome = progress
      const duration = isoDuration(open)
      if (!completed) {
        tell((attempt, moment) =>
          onModule(attempt, 'completed', moment, { completion: true, duration }),
        )
      }
      judged(progress, open)
    },

    startedAgain(state) {
      outcome = { completed: false, passed: null }
      for (const each of trails) {
        if (!each.actor) each.attempt = { ...each.attempt, registration: registrationOf(state) }
      }
      told.clear()
      tell((attempt, moment) => onModule(attempt, 'initialized', moment))
    },

    left(finished, open) {
      const result = { duration: isoDuration(open) }
      if (!finished) tell((attempt, moment) => onModule(attempt, 'suspended', moment, result))
      tell((attempt, moment) => onModule(attempt, 'terminated', moment, result))
      stop()
    },

    tellAuthors(build) {
      tell(
        build,
        trails.filter(({ actor }) => !actor),
      )
    },

    flush() {
      for (const { outbox } of trails) outbox.flush()
    },
  }
}
