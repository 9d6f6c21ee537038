import { useRef, useState } from 'react'
import { useRefusal } from '../notice.tsx'
import { Refusal } from '../refusal.ts'
import { type StoredFile, sendFile } from '../uploads/send-file.ts'

/** A file on its way, or what became of it. */
export type Sending = {
  key: number
  name: string
  share: number
  phase: 'sending' | 'interrupted' | 'checking' | 'done' | 'failed'
  /** A sentence: why it was refused, or what to know of it. */
  said: string | null
}

/** Sends files one after the other, and tells of each how far it is. */
export function useSendings(onStored: (file: StoredFile) => void) {
  const sentence = useRefusal()
  const [sendings, setSendings] = useState<Sending[]>([])
  const lastKey = useRef(0)
  const stops = useRef(new Map<number, AbortController>())
  const queue = useRef(Promise.resolve())
  const update = (key: number, change: Partial<Sending>) =>
    setSendings((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)))
  const sendOne = async (file: File, key: number, { signal }: AbortController) => {
    if (signal.aborted) return
    try {
      const told = (share: number, phase: Sending['phase']) => update(key, { share, phase })
      const stored = await sendFile(file, told, signal)
      const said = stored.warning && sentence(stored.warning)
      update(key, { phase: 'done', said })
      onStored(stored)
    } catch (error) {
      const said = error instanceof Refusal ? sentence(error.refusal) : null
      if (!signal.aborted) update(key, { phase: 'failed', said })
    }
  }
  return {
    sendings,
    send: (files: readonly File[]) => {
      for (const file of files) {
        const key = ++lastKey.current
        const stop = new AbortController()
        stops.current.set(key, stop)
        const row: Sending = { key, name: file.name, share: 0, phase: 'sending', said: null }
        setSendings((all) => [...all, row])
        queue.current = queue.current.then(() => sendOne(file, key, stop))
      }
    },
    stop: (key: number) => {
      stops.current.get(key)?.abort()
      setSendings((all) => all.filter((each) => each.key !== key))
    },
  }
}
