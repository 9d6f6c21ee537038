import type { Instance } from '#app/db/instance.server.ts'
import { readCoverage } from '#app/services/competencies/coverage/read-coverage.server.ts'
import { findUses } from '#app/services/competencies/find-uses.server.ts'
import {
  addBlock,
  moveBlock,
  removeBlock,
  renameBlock,
} from '#app/services/competencies/own-framework.server.ts'
import {
  criteriaOf,
  type FrameworkRow,
  findFramework,
} from '#app/services/competencies/read-frameworks.server.ts'
import { findBlock, saveBlock } from '#app/services/competencies/save-block.server.ts'
import { carryOver } from '#app/services/competencies/versions/carry-over.server.ts'
import {
  compareVersions,
  otherVersions,
} from '#app/services/competencies/versions/compare-versions.server.ts'
import {
  endedFrameworks,
  modulesOnEnded,
} from '#app/services/competencies/versions/ended-ties.server.ts'

type Key = {
  organisationId: string
  personId: string
  frameworkId: string
  competencyId: string
  now: Date
}

/** What a member of another organisation is refused of a framework, whatever they name. */
export function refusingFrameworks(here: () => Instance, key: () => Key) {
  const block = () => ({ ...key(), blockId: 'bloc' })
  const bank = () => here().bank
  return {
    findFramework: () => findFramework(bank(), key()),
    readCoverage: () => readCoverage(bank(), key()),
    findBlock: () => findBlock(bank(), block()),
    saveBlock: () => saveBlock(bank(), { ...block(), reading: 'raw', competencies: [] }),
    addBlock: () => addBlock(bank(), { ...key(), code: '', label: 'x' }),
    renameBlock: () => renameBlock(bank(), { ...block(), label: 'x' }),
    moveBlock: () => moveBlock(bank(), { ...block(), by: 1 }),
    removeBlock: () => removeBlock(bank(), block()),
    compareVersions: () => compareVersions(bank(), { ...key(), withId: key().frameworkId }),
    carryOver: () => {
      const { frameworkId: olderId, competencyId } = key()
      const pairs = [{ competencyId, successorId: competencyId }]
      return carryOver(bank(), { ...key(), olderId, newerId: olderId, pairs })
    },
  }
}

/** What they find nothing of. */
export function findingFrameworks(here: () => Instance, key: () => Key) {
  const bank = () => here().bank
  return {
    criteriaOf: () => {
      const { competencyId } = key()
      const codes = { frameworkCode: '', competencyBlockCode: '', label: '' }
      const alignments = [{ competencyId, role: 'teaches' as const, ...codes }]
      return Object.keys(criteriaOf(bank(), { ...key(), alignments }))
    },
    findUses: () => [...findUses(bank(), { ...key(), ids: [key().competencyId] })],
    otherVersions: () => {
      const framework = { id: '' } as FrameworkRow
      return otherVersions(bank(), { ...key(), framework })
    },
    endedFrameworks: () => [...endedFrameworks(bank(), key())],
    modulesOnEnded: () => modulesOnEnded(bank(), key()),
  }
}
