import type { LauncherFacts } from './messages.ts'
import { asApi, type Call, calls, type LmsRuntime } from './runtime.ts'
import { digestIn } from './state-digest.ts'

/** What a later edition alone may say of a learner who began with it. */
const kept = /^cmi\.(core\.)?(suspend_data|(lesson_)?location|score\.\w+|progress_measure)$/

/** Whether the LMS holds work that the fallback knows nothing of: it must not be written over. */
export function holdsLaterWork(lms: LmsRuntime, { known }: LauncherFacts): boolean {
  const digest = digestIn(lms.get('cmi.suspend_data'))
  return digest !== '' && !known.includes(digest)
}

/**
 * The run-time that the fallback finds before any other, begun already.
 *
 * @param keeps leaves the work of a later edition as it is: answers, time and status still get there
 */
export function fallbackApi(lms: LmsRuntime, { standard }: LauncherFacts, keeps: boolean) {
  const pass =
    (call: Call) =>
    (...values: string[]) =>
      lms.call(call, ...values)
  const all = Object.fromEntries(calls.map((call) => [call, pass(call)])) as Record<
    Call,
    ReturnType<typeof pass>
  >
  return asApi(standard, {
    ...all,
    initialize: () => 'true',
    getValue: (name = '') =>
      keeps && name === 'cmi.suspend_data' ? '' : lms.call('getValue', name),
    setValue: (name = '', value = '') =>
      keeps && kept.test(name) ? 'true' : lms.call('setValue', name, value),
  })
}
