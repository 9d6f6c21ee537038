import { deepEqual } from 'fast-equals'
import type { i18n } from 'i18next'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addOwnWords } from '#app/i18n/use-own-words.ts'
import type { CheckFacts } from '#app/services/checks/read-check-facts.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { whenQuiet } from '#editor/when-quiet.ts'
import { readCheckFacts } from '../send.ts'
import type { Checked } from './checked.ts'
import type { FoundAll } from './find-all.ts'

/** How long nobody must have typed before anything is looked at, in milliseconds. */
const pause = 1000
/** How long before the server is asked again of files it did not know or had not weighed. */
const askAgain = 3000
/** Asked in vain so often, it is only asked again when something changes. */
const mostAsked = 5

/**
 * What the checks say of a document (`null` before the first time), looked at again when typing
 * pauses, or when asked because files changed.
 */
export function useChecks(moduleId: string, first: StoredDocument) {
  const [checked, setChecked] = useState<Checked | null>(null)
  const checker = useRef<ReturnType<typeof newChecker>>()
  const latest = useRef(first)
  const { i18n } = useTranslation()
  useEffect(() => {
    const made = newChecker(moduleId, i18n, (next) => {
      setChecked((before) => (deepEqual(before, next) ? before : next))
    })
    checker.current = made
    made.watch(latest.current)
    const back = () => document.visibilityState === 'visible' && made.askSoon(0)
    document.addEventListener('visibilitychange', back)
    return () => {
      document.removeEventListener('visibilitychange', back)
      made.stop()
    }
  }, [moduleId, i18n])
  const watch = useCallback((document: StoredDocument) => {
    latest.current = document
    checker.current?.watch(document)
  }, [])
  const again = useCallback(() => checker.current?.askSoon(0), [])
  return [checked, watch, again] as const
}

/** Looks at what it is told to watch, in the moments the browser has nothing else to do. */
function newChecker(moduleId: string, words: i18n, tell: (checked: Checked) => void) {
  let document: StoredDocument | null = null
  let facts: CheckFacts | null = null
  let asked = 0
  let run = 0
  let typedAt = 0
  let asking: ReturnType<typeof setTimeout>

  const look = async () => {
    if (!document) return
    run += 1
    const mine = run
    const [{ findAll }, { reuseWords, rightsWords }] = await Promise.all([
      import('./find-all.ts'),
      import('./finding-words.ts'),
    ])
    addOwnWords(words, 'rightsFindings', rightsWords)
    addOwnWords(words, 'reuseFindings', reuseWords)
    const found = await inIdleMoments(findAll(document, facts), () => run === mine)
    if (!found) return
    tell(found.checked)
    if (found.incomplete && asked < mostAsked) askSoon(facts ? askAgain : 0)
  }
  const askSoon = (wait: number) => {
    clearTimeout(asking)
    asking = setTimeout(ask, wait)
  }
  const ask = async () => {
    asked += 1
    facts = await readCheckFacts(moduleId).catch(() => facts)
    // Whoever types is not disturbed: the next pause looks at it all.
    if (performance.now() - typedAt >= pause) await look()
  }
  const quiet = whenQuiet(pause, () => void (facts ? look() : ask()))
  return {
    /** Costs a key press nothing but the time of day. */
    watch(next: StoredDocument) {
      document = next
      typedAt = performance.now()
      run += 1
      asked = 0
      quiet.stir()
    },
    askSoon,
    stop() {
      run += 1
      quiet.stop()
      clearTimeout(asking)
    },
  }
}

/** Goes through the steps, giving way between them; `null` once it is no longer wanted. */
async function inIdleMoments(
  steps: Generator<void, FoundAll | null>,
  wanted: () => boolean,
): Promise<FoundAll | null> {
  for (;;) {
    await idle()
    if (!wanted()) return null
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Safari has no idle callbacks. */
function idle(): Promise<void> {
  return new Promise((go) => {
    if (typeof requestIdleCallback === 'function')
      requestIdleCallback(() => go(), { timeout: 1000 })
    else setTimeout(go, 20)
  })
}
