/** What results are counted and narrowed down by, in the order of the page. */
export const facetNames = [
  'state',
  'competency',
  'block',
  'role',
  'element',
  'modality',
  'level',
  'duration',
  'language',
  'allows',
  'licence',
  'freshness',
  'guarantor',
  'use',
  'organisation',
] as const
export type FacetName = (typeof facetNames)[number]

/** A value that a module has in a facet. */
export type FacetValue = readonly [facet: FacetName, value: string]

/** Upper bounds of the durations told apart, in minutes; longer ones are `more`. */
export const durationBounds = [5, 10, 15, 30] as const

export function durationOf(minutes: number): string {
  const bound = durationBounds.find((each) => minutes <= each)
  return bound === undefined ? 'more' : String(bound)
}

/** Whether somebody answers for a module still: the worst of its guarantees. */
export const freshnesses = ['holds', 'ending', 'ended', 'missing'] as const
export type Freshness = (typeof freshnesses)[number]
