/** Whose an edition is, and who else had written it by the day it was published. */
type Written = { organisation: string; coAuthors: readonly string[] }

/**
 * The facts of an edition as it is credited: where organisations wrote it together, each is named
 * after the people.
 */
export function credited<Facts extends { authors: string[] }>(
  facts: Facts,
  { organisation, coAuthors }: Written,
): Facts {
  if (coAuthors.length === 0) return facts
  return { ...facts, authors: [...new Set([...facts.authors, organisation, ...coAuthors])] }
}
