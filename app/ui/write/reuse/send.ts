import type { Offered } from '#app/services/paths/offered.server.ts'
import type { Reused } from '#app/services/reuse/read-reused.server.ts'
import type { ReusableContent } from '#app/services/reuse/reusable-content.server.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { get } from '../send.ts'

export function fetchOffered(
  moduleId: string,
  words: string,
): Promise<{ rows: Offered[]; more: boolean }> {
  return get(`/modules/${moduleId}/reusable?${new URLSearchParams({ q: words })}`)
}

export function fetchContent(moduleId: string, usedModuleId: string): Promise<ReusableContent> {
  return get(`/modules/${moduleId}/reusable/${usedModuleId}`)
}

export function fetchReused(moduleId: string, node: NodeJson): Promise<Reused> {
  const asked = new URLSearchParams({ node: JSON.stringify(node) })
  return get(`/modules/${moduleId}/reused?${asked}`)
}
