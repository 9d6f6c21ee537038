import { useCallback, useEffect, useRef, useState } from 'react'
import type { FromFrame, ToFrame } from '#app/services/play/lms-frame/messages.ts'

export type Call = Extract<FromFrame, { type: 'call' }> & { at: number; number: number }

type Options = {
  format: string
  packageId: string
  contentOrigin: string
  /** Whether the next launch forgets what was kept of the ones before. */
  reset: boolean
}

/** Speaks with the LMS page in the frame: starts it, and gathers what the package says to it. */
export function useLms({ format, packageId, contentOrigin, reset }: Options) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [calls, setCalls] = useState<Call[]>([])
  const [model, setModel] = useState<Record<string, unknown> | null>(null)
  const clear = useCallback(() => {
    setCalls([])
    setModel(null)
  }, [])

  useEffect(() => {
    const listen = ({ data, origin, source }: MessageEvent<FromFrame>) => {
      if (origin !== contentOrigin || source !== frame.current?.contentWindow) return
      if (data.type === 'call') {
        setCalls((all) => [...all, { ...data, at: Date.now(), number: all.length + 1 }])
      }
      if (data.type === 'model') setModel(data.model)
    }
    addEventListener('message', listen)
    return () => removeEventListener('message', listen)
  }, [contentOrigin])

  /** To be called when the frame has loaded: the LMS page waits for it. */
  const start = () => {
    const message: ToFrame = {
      type: 'start',
      standard: standardOf(format),
      key: packageId,
      reset,
    }
    frame.current?.contentWindow?.postMessage(message, contentOrigin)
  }
  return { frame, calls, model, clear, start }
}

function standardOf(format: string): ToFrame['standard'] {
  if (format.startsWith('scorm-2004')) return 'scorm-2004'
  return format === 'scorm-12' ? format : 'none'
}
