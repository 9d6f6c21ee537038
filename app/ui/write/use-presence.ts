import { deepEqual } from 'fast-equals'
import { useEffect, useRef, useState } from 'react'
import { sectionAround } from '#content-schema/changes/outline.ts'
import { isSignedOut, leavePresence, type OtherWriter, sendPresence } from './send.ts'
import type { Writing } from './use-writing.ts'

const every = 3000
const everyHidden = 10_000

/**
 * Says every few seconds that this page is open, and in which section; learns who else is there,
 * and takes up what they saved.
 *
 * @param nodeId what is being worked on
 */
export function usePresence(
  moduleId: string,
  { session, tab }: Writing,
  nodeId: { current: string | null },
): { others: OtherWriter[]; signedOut: boolean; signedIn: () => void } {
  const [others, setOthers] = useState<OtherWriter[]>([])
  const [signedOut, setSignedOut] = useState(false)
  const latest = useRef({ session, nodeId })
  latest.current = { session, nodeId }
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    let away = false
    const say = async () => {
      clearTimeout(timer)
      const hidden = document.visibilityState === 'hidden'
      try {
        const { session, nodeId } = latest.current
        const { current: node } = nodeId
        const sectionId = node ? sectionAround(session.document, node) : null
        const said = await sendPresence(moduleId, { tab, sectionId, hidden })
        if (over) return
        setOthers((before) => (deepEqual(before, said.others) ? before : said.others))
        setSignedOut(false)
        // The server is back: what waits for its next try need not wait.
        if (away) void session.autosave.flush()
        away = false
        await session.catchUp(said.version)
      } catch (error) {
        away = true
        if (isSignedOut(error)) setSignedOut(true)
      } finally {
        clearTimeout(timer)
        if (!over) timer = setTimeout(say, hidden ? everyHidden : every)
      }
    }
    const seen = () => document.visibilityState === 'visible' && void say()
    const leave = () => leavePresence(moduleId, tab)
    void say()
    document.addEventListener('visibilitychange', seen)
    addEventListener('pagehide', leave)
    return () => {
      over = true
      clearTimeout(timer)
      leave()
      document.removeEventListener('visibilitychange', seen)
      removeEventListener('pagehide', leave)
    }
  }, [moduleId, tab])
  return { others, signedOut, signedIn: () => setSignedOut(false) }
}
