import type { ElementPlayer } from '#packaging/player/behaviour.ts'

/** Gives what to call with each part that was seen: once all were, the element is done. */
export function seeAll<Part>(parts: readonly Part[], player: ElementPlayer) {
  const left = new Set(parts)
  return (part: Part) => {
    left.delete(part)
    if (left.size === 0) player.done()
  }
}
