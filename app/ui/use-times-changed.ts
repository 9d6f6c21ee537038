import { useRef } from 'react'

/** How often a value was another one: a key under which each answer is said anew, also the same one. */
export function useTimesChanged(value: unknown): number {
  const known = useRef({ value, times: 0 })
  if (known.current.value !== value) known.current = { value, times: known.current.times + 1 }
  return known.current.times
}
