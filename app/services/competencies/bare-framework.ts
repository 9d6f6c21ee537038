import type { Framework } from '#content-schema/competencies.ts'

/** A framework of which only this is known: other formats say less than the registers. */
export function bareFramework(
  known: Pick<Framework, 'code' | 'kind' | 'title' | 'competencyBlocks'> & Partial<Framework>,
): Framework {
  return {
    ...{ abbreviation: '', level: null, active: true, licence: '' },
    ...{ validFrom: null, validUntil: null, awardedUntil: null, publishedOn: null },
    ...{ certifiers: [], routes: [], rome: [], nsf: [], formacodes: [] },
    ...{ replaces: [], replacedBy: [] },
    ...known,
  }
}
