import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { openBank } from '#app/db/client.server.ts'
import { drafts } from '#app/db/schema/bank/index.ts'
import { openSession } from '#app/services/accounts/sessions.server.ts'
import { readCoverage } from '#app/services/competencies/coverage/read-coverage.server.ts'
import { addBlock, createFramework } from '#app/services/competencies/own-framework.server.ts'
import { readFramework } from '#app/services/competencies/read-frameworks.server.ts'
import { saveBlock } from '#app/services/competencies/save-block.server.ts'
import { type Alignment, alignmentRoles } from '#content-schema/module.ts'
import { addModule, now, workplace } from '#tests/builders/bank.ts'
import { discard, startServer } from '#tests/builders/server.ts'
import { inTurn, median, timeOf } from './in-turn.ts'
import { atMost, context, type Measure } from './measure.ts'

const competencies = 40
const modules = 500
/** Competencies that each module is tied to. */
const tiesOf = 4
const rounds = 25
const mostTimes = 2

/**
 * The matrix of a framework with 500 modules: the page as a browser gets it, whole and readable
 * without a script, beside what its query takes over the same way: sign-in, query, and the answer
 * as data. The query alone, in this process, is shown too.
 */
export async function benchCoverage(): Promise<Measure[]> {
  const server = await startServer()
  try {
    const bank = openBank(join(server.dataDir, 'bank.sqlite'))
    const { organisationId, frameworkId, personId } = fill(bank)
    const browser = server.browser(`session=${openSession(bank, personId, new Date())}`)
    const page = async () => {
      const response = await browser.fetch(`/frameworks/${frameworkId}/coverage`)
      const text = await response.text()
      if (!text.includes('</table>')) throw new Error(`no matrix, but ${response.status}`)
    }
    const data = `/frameworks/${frameworkId}/coverage?_data=routes%2Fframework.coverage`
    const query = async () => {
      const { rows } = (await (await browser.fetch(data)).json()) as { rows: unknown[] }
      if (rows.length !== competencies) throw new Error(`${rows.length} rows`)
    }
    const alone = async () => readCoverage(bank, { frameworkId, organisationId })
    for (let time = 0; time < 15; time += 1) await Promise.all([page(), query(), alone()])
    const times = await inTurn(
      rounds,
      () => timeOf(page),
      () => timeOf(query),
    )
    const [ours, limit] = [median(times.ours), median(times.limit)]
    const name = `coverage: ${competencies} competencies by ${modules} modules, page beside query`
    const asked = { name, unit: 'ms', ours, limit }
    return [
      atMost(mostTimes, asked),
      context('coverage: the query alone', 'ms', await timeOf(alone)),
    ]
  } finally {
    await discard(server)
  }
}

function fill(bank: ReturnType<typeof openBank>) {
  const place = workplace(bank)
  const { organisationId, people } = place
  const key = { organisationId, personId: people.designer.id, now }
  const made = { title: 'Cadre', code: 'CADRE', organisationId, now }
  const frameworkId = createFramework(bank, made)
  const blockId = addBlock(bank, { ...key, frameworkId, code: '', label: 'Bloc' })
  const labels = Array.from({ length: competencies }, (_, at) => ({
    ...{ id: null, code: '', label: `Compétence ${at} : préparer, ranger et contrôler` },
    criteria: [1, 2, 3].map((each) => ({ id: null, code: '', label: `Critère ${each}` })),
  }))
  saveBlock(bank, { ...key, frameworkId, blockId, reading: 'confirmed', competencies: labels })
  const [block] = readFramework(bank, { frameworkId, organisationId }).blocks
  for (let at = 0; at < modules; at += 1) {
    const moduleId = addModule(bank, { organisationId, people }, `module-${at}`)
    const ties = Array.from({ length: tiesOf }, (_, tie): Alignment => {
      const { id, label } = block!.competencies[(at * 7 + tie * 11) % competencies]!
      const codes = { frameworkCode: 'CADRE', competencyBlockCode: block!.code }
      return { competencyId: id, role: alignmentRoles[tie % 3]!, ...codes, label }
    })
    bank.update(drafts).set({ alignments: ties }).where(eq(drafts.moduleId, moduleId)).run()
  }
  return { organisationId, frameworkId, personId: people.designer.id }
}
