/** How far from the screen something is made ready: about one more screen. */
const margin = '800px'

const waiting = new WeakMap<Element, () => void>()
let observer: IntersectionObserver | null = null

/**
 * Makes something once its place comes near the screen: a module of hundreds of elements opens
 * without the buttons of those that are far away.
 *
 * @returns how to forget it, when its place goes first
 */
export function whenNear(place: Element, make: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    make()
    return () => undefined
  }
  observer ??= new IntersectionObserver(makeThoseNear, { rootMargin: margin })
  waiting.set(place, make)
  observer.observe(place)
  return () => observer?.unobserve(place)
}

function makeThoseNear(entries: IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    observer?.unobserve(target)
    waiting.get(target)?.()
    waiting.delete(target)
  }
}
