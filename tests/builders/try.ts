import { Scorm12API, Scorm2004API } from 'scorm-again'
import { type Api, answering, type Standard } from '#app/services/play/lms-frame/answering.ts'
import type { MadeCall } from '#app/services/play/lms-frame/messages.ts'
import { readTryOut, type TryOut } from '#app/services/play/try.ts'

/** An LMS of a try-out, without a page: the object it gives a package, and what was said to it. */
export function tryLms(
  standard: Standard,
  search: Record<string, string> = {},
  kept: object = {},
) {
  const tryOut: TryOut = readTryOut(new URLSearchParams(search), standard)
  const api = standard === 'scorm-12' ? new Scorm12API(quiet) : new Scorm2004API(quiet)
  api.loadFromJSON({ cmi: kept } as never, '')
  const calls: MadeCall[] = []
  const waited: number[] = []
  let alive = true
  const given = answering({
    api: api as unknown as Api,
    standard,
    tryOut,
    isAlive: () => alive,
    wait: (milliseconds) => waited.push(milliseconds),
    onCall: (call) => calls.push(call),
  })
  return {
    given,
    calls,
    waited,
    tryOut,
    /** What it holds, whatever it answered. */
    held: (element: string) => (api as unknown as Api)[verb(standard, 'GetValue')]!(element),
    /** All of it, as an LMS's page reads it at the end of a sitting. */
    model: () => ({
      cmi: JSON.parse(JSON.stringify(api.cmi)),
      totalTime: api.cmi.getCurrentTotalTime(),
    }),
    die() {
      alive = false
    },
  }
}

function verb(standard: Standard, name: string): string {
  return standard === 'scorm-12' ? `LMS${name}` : name
}

const quiet = { logLevel: 5 }
