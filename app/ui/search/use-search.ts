import { useEffect, useRef, useState } from 'react'
import { useNavigate } from '#app/framework.ts'
import { type BankQuery, writeBankQuery } from '#app/services/search/bank-query.ts'

/** Milliseconds without a key after which what was typed is looked for. */
const quiet = 150

/**
 * The search as it was asked for last, whether or not its results have come, and the way to ask for
 * another. What is typed takes the place of what was there: the way back leads out of it at once.
 */
export function useSearch(query: BankQuery) {
  const navigate = useNavigate()
  const [asked, setAsked] = useState<{ instead: BankQuery; of: BankQuery } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  const ask = (next: BankQuery, replace = false) => {
    clearTimeout(timer.current)
    setAsked({ instead: next, of: query })
    navigate(`/modules?${writeBankQuery(next)}`, { replace, preventScrollReset: true })
  }
  const askSoon = (next: BankQuery) => {
    clearTimeout(timer.current)
    setAsked({ instead: next, of: query })
    timer.current = setTimeout(() => ask(next, true), quiet)
  }
  return { shown: asked?.of === query ? asked.instead : query, ask, askSoon }
}

export type Searching = ReturnType<typeof useSearch>
