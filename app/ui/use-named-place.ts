import { useEffect } from 'react'
import { useLocation } from '#app/framework.ts'

/**
 * Takes the reader to the heading that the address names after `#`: it is in view, and has the
 * focus, so that the keyboard and screen readers carry on from there.
 */
export function useNamedPlace(): void {
  const location = useLocation()
  // Each location is another, also where the same link is followed again.
  useEffect(() => {
    const place = document.getElementById(location.hash.slice(1))
    if (!place) return
    place.tabIndex = -1
    place.focus({ preventScroll: true })
    place.scrollIntoView({ block: 'start' })
  }, [location])
}
