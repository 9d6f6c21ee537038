import { useEffect } from 'react'
import { useRevalidator } from '#app/framework.ts'

/** Asks the page's loader again, every so often, as long as something is under way. */
export function useAskingAgain(underWay: boolean): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!underWay || state !== 'idle') return
    const timer = setTimeout(revalidate, 400)
    return () => clearTimeout(timer)
  }, [underWay, revalidate, state])
}
