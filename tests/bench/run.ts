import { benchComparison } from './comparison.ts'
import { benchCoverage } from './coverage.ts'
import { benchEditorOpening } from './editor-opening.ts'
import { benchEditorTyping } from './editor-typing.ts'
import { benchExportMemory } from './export-memory.ts'
import { benchExportTime } from './export-time.ts'
import { benchGuestPage } from './guest-page.ts'
import { benchLearnerStart } from './learner-start.ts'
import { brokeDown, type Measure } from './measure.ts'
import { benchPlayerSize } from './player-size.ts'
import { benchRegisterImport } from './register-import.ts'
import { benchReuse } from './reuse.ts'
import { benchRouteSize } from './route-size.ts'
import { benchSaveSize } from './save-size.ts'
import { benchSearch } from './search.ts'
import { benchStatementIngestion } from './statement-ingestion.ts'
import { table } from './table.ts'
import { benchUploadMemory } from './upload-memory.ts'

/**
 * `node --import tsx tests/bench/run.ts [--json] [name of a bench]…`: measures what was promised,
 * all of it when nothing is named, and ends with 1 when a promise is not held.
 */
const benches: Record<string, () => Promise<Measure[]>> = {
  'player-size': benchPlayerSize,
  'export-time': benchExportTime,
  'export-memory': benchExportMemory,
  'statement-ingestion': benchStatementIngestion,
  'learner-start': benchLearnerStart,
  'route-size': benchRouteSize,
  'editor-opening': benchEditorOpening,
  'editor-typing': benchEditorTyping,
  'save-size': benchSaveSize,
  search: benchSearch,
  'upload-memory': benchUploadMemory,
  comparison: benchComparison,
  coverage: benchCoverage,
  'guest-page': benchGuestPage,
  reuse: benchReuse,
  'register-import': benchRegisterImport,
}

const words = process.argv.slice(2)
const names = words.filter((word) => word !== '--json')
const unknown = names.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`no bench is called ${unknown.join(', ')}; there are:`)
  console.error(Object.keys(benches).join(', '))
  process.exit(2)
}

const measures: Measure[] = []
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  console.error(`· ${name}`)
  measures.push(...(await benches[name]!().catch((error) => [brokeDown(name, error)])))
}
console.log(words.includes('--json') ? JSON.stringify(measures, null, 2) : table(measures))
const missed = measures.filter(({ verdict }) => verdict === 'missed')
for (const { name } of missed) console.error(`missed: ${name}`)
process.exit(missed.length > 0 ? 1 : 0)
