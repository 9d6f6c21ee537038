import { useCallback, useEffect, useRef, useState } from 'react'
import type {
  FromFrame,
  MadeCall,
  Played,
  Start,
  ToFrame,
  ToldStatement,
} from '#app/services/play/lms-frame/messages.ts'
import type { TryOut } from '#app/services/play/try.ts'
import { type ExportFormat, isPaper, playedAs } from '#packaging/package-source.ts'

/** Milliseconds since 1970, and its place among all that was said. */
type Said = { at: number; number: number }
export type Call = MadeCall & Said
export type Told = ToldStatement & Said

/** All that was said in one launch. */
export type Heard = {
  calls: Call[]
  statements: Told[]
  model: Record<string, unknown> | null
  played: Played
}

const nothing: Heard = {
  calls: [],
  statements: [],
  model: null,
  played: { pages: {}, asked: {} },
}

type Options = {
  format: ExportFormat
  packageId: string
  contentOrigin: string
  /** Whether the next launch forgets what was kept of the ones before. */
  reset: boolean
  tryOut: TryOut
}

/** Speaks with the LMS page in the frame: starts it, and gathers what the package says to it. */
export function useLms({ format, packageId, contentOrigin, reset, tryOut }: Options) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [heard, setHeard] = useState(nothing)
  const [isAlive, setIsAlive] = useState(true)
  const clear = useCallback(() => {
    setHeard(nothing)
    setIsAlive(true)
  }, [])

  useEffect(() => {
    const listen = ({ data, origin, source }: MessageEvent<FromFrame>) => {
      if (origin !== contentOrigin || source !== frame.current?.contentWindow) return
      setHeard((before) => hear(before, data))
    }
    addEventListener('message', listen)
    return () => removeEventListener('message', listen)
  }, [contentOrigin])

  const say = (message: ToFrame) =>
    frame.current?.contentWindow?.postMessage(message, contentOrigin)
  /** To be called when the frame has loaded: the LMS page waits for it. */
  const start = () => {
    say({ type: 'session', alive: true })
    say({ type: 'start', standard: standardOf(format), key: packageId, reset, tryOut })
  }
  /** Has the learner's session in the LMS die, or come back. */
  const live = (alive: boolean) => {
    setIsAlive(alive)
    say({ type: 'session', alive })
  }
  return { frame, ...heard, isAlive, live, clear, start }
}

function hear(before: Heard, message: FromFrame): Heard {
  const said = <Each>(all: Each[]): Said => ({ at: Date.now(), number: all.length + 1 })
  if (message.type === 'call') {
    return { ...before, calls: [...before.calls, { ...message, ...said(before.calls) }] }
  }
  if (message.type === 'statement') {
    const told = { ...message.statement, ...said(before.statements) }
    return { ...before, statements: [...before.statements, told] }
  }
  if (message.type === 'model') return { ...before, model: message.model }
  return { ...before, played: message }
}

export function standardOf(format: ExportFormat): Start['standard'] {
  if (isPaper(format)) return 'none'
  const played = playedAs(format)
  if (played === 'web') return 'none'
  return played === 'scorm-2004-3' || played === 'scorm-2004-4' ? 'scorm-2004' : played
}
