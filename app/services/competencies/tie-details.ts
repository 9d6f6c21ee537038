import type { Alignment, Level } from '#content-schema/module.ts'

type Detail = Pick<Alignment, 'competencyId' | 'role'> & {
  /** Empty: as far as the module. */
  level: Level | ''
  /** Ids of criteria; none: the competency as a whole. */
  criteria: string[]
}

/** The ties with one of them said more exactly: how far it goes, and which criteria it is about. */
export function detailed(alignments: readonly Alignment[], detail: Detail): Alignment[] {
  const { competencyId, role, level, criteria } = detail
  return alignments.map((each) => {
    if (each.competencyId !== competencyId || each.role !== role) return each
    const { level: _, criteria: __, ...tie } = each
    return { ...tie, ...(level && { level }), ...(criteria.length > 0 && { criteria }) }
  })
}
