import type { Instance } from '#app/db/instance.server.ts'
import { readRegistration } from '#app/lrs/index.server.ts'
import { parseActivity } from '#content-schema/statements/activities.ts'
import { verbs } from '#content-schema/statements/vocabulary.ts'
import type { Participant, Trial } from './find-trial.server.ts'

/** What the statements of one participant say. */
export type Told = {
  /** Milliseconds since 1970 of the latest; `null` when nothing was told. */
  lastAt: number | null
  /** Active time, in milliseconds: pages before a reader who does something. */
  activeMs: number
  sectionsSeen: number
  answers: { given: number; right: number }
  completed: boolean
}

export function readTold(
  { statements, iriBase }: Pick<Instance, 'statements' | 'iriBase'>,
  { organisationId }: Trial,
  { registration }: Participant,
): Told {
  const all = readRegistration(statements, { organisationId, registration })
  const about = all.map(({ verb, object, result }) => ({
    ...{ verb: verb.id, result },
    activity: 'id' in object ? parseActivity(iriBase, object.id) : null,
  }))
  const read = about.filter(({ verb }) => verb === verbs.experienced)
  const given = about.filter(({ verb }) => verb === verbs.answered)
  const sections = read.flatMap(({ activity }) =>
    activity?.kind === 'section' ? activity.sectionId : [],
  )
  const times = all.map(({ timestamp }) => Date.parse(timestamp))
  return {
    lastAt: times.length > 0 ? Math.max(...times) : null,
    activeMs: read.reduce((sum, { result }) => sum + milliseconds(result?.duration), 0),
    sectionsSeen: new Set(sections).size,
    answers: {
      given: given.length,
      right: given.filter(({ result }) => result?.success === true).length,
    },
    completed: about.some(({ verb }) => verb === verbs.completed),
  }
}

/** Of a duration as our packages write it, `PT1H2M3.45S`. */
function milliseconds(duration = ''): number {
  const [, hours, minutes, seconds] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration) ?? []
  return (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000
}
