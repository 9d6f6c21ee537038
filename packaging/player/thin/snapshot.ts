import type { Standard } from './messages.ts'
import type { LmsRuntime } from './runtime.ts'

const own: Record<Standard, { exit: string; mode: string; learner: string; asked: string[] }> =
  {
    'scorm-12': {
      exit: 'cmi.core.exit',
      mode: 'cmi.core.lesson_mode',
      learner: 'cmi.core.student_id',
      asked: ['cmi.core.entry', 'cmi.core.lesson_status'],
    },
    'scorm-2004': {
      exit: 'cmi.exit',
      mode: 'cmi.mode',
      learner: 'cmi.learner_id',
      asked: ['cmi.entry', 'cmi.completion_status', 'cmi.success_status'],
    },
  }

/** Where an LMS that was told no status would make one up. */
const status: Record<Standard, string> = {
  'scorm-12': 'cmi.core.lesson_status',
  'scorm-2004': 'cmi.completion_status',
}

const shared = ['cmi.suspend_data', 'cmi.interactions._count', 'cmi.objectives._count']

/** What a player compares before it writes an objective again. */
const ofObjective: Record<Standard, string[]> = {
  'scorm-12': ['id', 'status', 'score.raw', 'score.min', 'score.max'],
  'scorm-2004': [
    ...['id', 'description', 'success_status', 'completion_status'],
    ...['score.scaled', 'score.raw', 'score.min', 'score.max'],
  ],
}

export const learnerName = (standard: Standard) => own[standard].learner

/**
 * Begins the run-time as the player would: the exit first, since without it a lost connection
 * erases everything. Nothing is written where the learner only looks back.
 *
 * @returns `false` when it does not begin
 */
export function begin(lms: LmsRuntime, standard: Standard): boolean {
  const { exit, mode } = own[standard]
  const begun = lms.begin()
  const back = looksBack({ [mode]: lms.get(mode) }, standard)
  return (!back && lms.set(exit, 'suspend')) || begun
}

/** Whether the LMS records nothing of this sitting. */
export function looksBack(snapshot: Record<string, string>, standard: Standard): boolean {
  return /^(review|browse)$/.test(snapshot[own[standard].mode] ?? '')
}

/** What is left to say of a learner whom nothing was shown; nothing where the LMS knows already. */
export function leftAsItWas(
  snapshot: Record<string, string>,
  standard: Standard,
): [name: string, value: string][] {
  const known = snapshot[status[standard]] ?? ''
  return /^(|not attempted|unknown)$/.test(known) ? [[status[standard], 'incomplete']] : []
}

/** All that a player reads when it begins, never the learner's name. */
export function snapshotOf(lms: LmsRuntime, standard: Standard): Record<string, string> {
  const { mode, learner, asked } = own[standard]
  const names = [mode, learner, ...asked, ...shared]
  const read = (all: string[]) => all.map((name) => [name, lms.get(name)] as const)
  const plain = Object.fromEntries(read(names))
  const objectives = Number.parseInt(plain['cmi.objectives._count'] ?? '', 10) || 0
  const fields = Array.from({ length: objectives }, (_, place) =>
    ofObjective[standard].map((field) => `cmi.objectives.${place}.${field}`),
  )
  return { ...plain, ...Object.fromEntries(read(fields.flat())) }
}
