import { activities } from './activities.ts'
import { type Attempt, type Moment, statementOf } from './build-statement.ts'
import type { Statement } from './statement.ts'
import { moreActivityTypes, videoExtensions, videoVerbs } from './vocabulary.ts'

export type Video = { id: string; sectionId: string; title: string; lengthSeconds: number }

export type Viewing = {
  /** ISO 8601: how long it ran. */
  duration: string
  /** Where it was left, in seconds. */
  timeSeconds: number
  /** What was played, in order, each from and to in seconds. */
  segments: readonly (readonly [from: number, to: number])[]
}

/**
 * A video was left after it ran: one statement a viewing. It is said to be `paused` even at its end,
 * since an LMS that reads verbs alone would take `completed` for the end of the module.
 *
 * @see xAPI Video Profile 1.0.3
 */
export function onVideo(
  attempt: Attempt,
  video: Video,
  moment: Moment,
  { duration, timeSeconds, segments }: Viewing,
): Statement {
  const { iriBase, moduleId, language } = attempt
  const object = {
    id: activities.element(iriBase, moduleId, video.id),
    definition: { type: moreActivityTypes.video, name: { [language]: video.title } },
  }
  const verb = { name: 'paused', id: videoVerbs.paused }
  const played = segments.map(([from, to]) => `${tenths(from)}[.]${tenths(to)}`).join('[,]')
  const made = statementOf(attempt, verb, moment, object, {
    duration,
    extensions: {
      [videoExtensions.time]: tenths(timeSeconds),
      [videoExtensions.progress]: shareOf(segments, video.lengthSeconds),
      [videoExtensions.playedSegments]: played,
    },
  })
  const parent = { id: activities.section(iriBase, moduleId, video.sectionId) }
  made.context.contextActivities.parent = [parent]
  made.context.extensions[videoExtensions.length] = tenths(video.lengthSeconds)
  return made
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10
}

/** Of the whole, each moment once: 0 to 1, to the hundredth. */
function shareOf(segments: Viewing['segments'], length: number): number {
  let seen = 0
  let end = 0
  for (const [from, to] of [...segments].sort(([a], [b]) => a - b)) {
    seen += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return length > 0 ? Math.min(1, Math.round((seen / length) * 100) / 100) : 0
}
