import { createContext, useContext } from 'react'

/** The number without which no script of the page runs; empty in the browser, which hides it. */
export const NonceContext = createContext('')

export function useNonce(): string {
  return useContext(NonceContext)
}
