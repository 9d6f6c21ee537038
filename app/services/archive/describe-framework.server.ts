import type { Bank } from '#app/db/client.server.ts'
import {
  listFrameworks,
  readFramework,
} from '#app/services/competencies/read-frameworks.server.ts'
import type { Alignment } from '#content-schema/module.ts'
import type { ArchivedFramework } from './shapes.ts'

/** The frameworks of an organisation that these ties name, whole, in the order of their codes. */
export function describeFrameworks(
  db: Pick<Bank, 'select'>,
  ties: readonly Alignment[],
  organisationId: string,
): ArchivedFramework[] {
  const named = new Set(ties.map(({ frameworkCode }) => frameworkCode))
  return listFrameworks(db, organisationId)
    .filter(({ code }) => named.has(code))
    .map(({ id: frameworkId }) => {
      const { framework, blocks } = readFramework(db, { frameworkId, organisationId })
      const { organisationId: _, importedAt, ...told } = framework
      return {
        ...told,
        blocks: blocks.map(({ frameworkId, position, readBy, competencies, ...block }) => ({
          ...block,
          competencies: competencies.map(
            ({ competencyBlockId, position: at, ...competency }) => competency,
          ),
        })),
      }
    })
}
