import { isoDuration, timespan } from '../reporters/durations.ts'
import { createStopwatch } from '../stopwatch.ts'
import type { Standard } from './messages.ts'

const written = {
  'scorm-12': ['cmi.core.session_time', timespan],
  'scorm-2004': ['cmi.session_time', isoDuration],
} as const

/** How long the module was open, in the words of a standard: its player says so once a minute only. */
export function watchTime(standard: Standard): () => [name: string, value: string] {
  const stopwatch = createStopwatch(() => performance.now())
  setInterval(stopwatch.settle, 15_000)
  const [name, write] = written[standard]
  return () => [name, write(stopwatch.open())]
}
