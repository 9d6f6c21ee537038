import type { Reader } from '#app/services/modules/find-module.server.ts'
import type { Content } from '#app/services/reuse/content-digest.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import { findAnchor, type Place } from '#content-schema/anchors/anchor.ts'
import type { ReviewView } from './read-review.server.ts'

/** Where what each remark is about stands now, by the remark's id; those on the whole module have no place. */
export function remarkPlaces(
  db: Reader,
  content: Content,
  reviews: readonly ReviewView[],
): Record<string, Place> {
  const said = reviews.flatMap(({ remarks }) => remarks)
  if (said.every(({ anchor }) => anchor === null)) return {}
  const { doc, origins } = resolved(db, content)
  // What is reused is not its author's to change: a remark on it leads to where it is reused.
  const led = (place: Place): Place =>
    place.state === 'detached'
      ? place
      : { ...place, nodeId: origins.get(place.nodeId) ?? place.nodeId }
  return Object.fromEntries(
    said.flatMap(({ id, anchor }) => (anchor ? [[id, led(findAnchor(doc, anchor))]] : [])),
  )
}
