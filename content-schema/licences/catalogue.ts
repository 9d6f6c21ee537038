import { creativeCommons } from './creative-commons.ts'
import type { Licence } from './licence.ts'
import { closed, otherOpen } from './other-licences.ts'

export type { Licence } from './licence.ts'

/** Every licence that a module or a file may be put under, the most usual first. */
export const licences: readonly Licence[] = [...creativeCommons, ...otherOpen, ...closed]

/** The licence of this identifier; `null` when the catalogue has none. */
export function licence(id: string): Licence | null {
  return byId.get(id) ?? null
}

const byId = new Map(licences.map((each) => [each.id, each]))
