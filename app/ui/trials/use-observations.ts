import { useEffect, useState } from 'react'
import type { NewObservation } from '#app/services/trials/observations.server.ts'

/**
 * Observations wait in the browser until the server has them: a network that is down, or a tab that is
 * closed, loses none. Each has its own id, so that sending it twice counts once.
 */
export function useObservations(trialId: string) {
  const name = `grainotheque.observations.${trialId}`
  const [waiting, setWaiting] = useState<NewObservation[]>([])
  const [refused, setRefused] = useState<unknown>(null)

  useEffect(() => {
    let busy = false
    const show = () => setWaiting(readKept(name))
    const send = async () => {
      const observations = readKept(name)
      show()
      if (busy || observations.length === 0) return
      busy = true
      const answer = await post(trialId, { observations: observations.slice(0, 100) })
      busy = false
      if (!answer) return
      setRefused(answer.refusal ? answer : null)
      const sent = new Set(answer.kept ?? (answer.refusal ? [observations[0]!.id] : []))
      write(
        name,
        readKept(name).filter(({ id }) => !sent.has(id)),
      )
      show()
    }
    void send()
    const timer = setInterval(send, 1500)
    addEventListener('online', send)
    return () => {
      clearInterval(timer)
      removeEventListener('online', send)
    }
  }, [name, trialId])

  return {
    waiting,
    refused,
    add(observation: NewObservation) {
      write(name, [...readKept(name), observation])
      setWaiting(readKept(name))
    },
  }
}

type Answer = { kept?: string[]; refusal?: unknown }

/** `null` while the server cannot be reached, or fails: it is tried again. */
export async function post(trialId: string, sent: object): Promise<Answer | null> {
  try {
    const response = await fetch(`/trials/${trialId}/live`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(sent),
    })
    return response.status < 500 ? await response.json() : null
  } catch {
    return null
  }
}

function readKept(name: string): NewObservation[] {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '[]')
  } catch {
    return []
  }
}

function write(name: string, kept: NewObservation[]): void {
  localStorage.setItem(name, JSON.stringify(kept))
}
