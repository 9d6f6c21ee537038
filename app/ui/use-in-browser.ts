import { useEffect, useState } from 'react'

/** Whether the page has come alive: false on the server and at the first rendering in the browser. */
export function useInBrowser(): boolean {
  const [inBrowser, setInBrowser] = useState(false)
  useEffect(() => setInBrowser(true), [])
  return inBrowser
}
