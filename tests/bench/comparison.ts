import { join } from 'node:path'
import { openBank } from '#app/db/client.server.ts'
import { openSession } from '#app/services/accounts/sessions.server.ts'
import { compareStates } from '#app/services/modules/history.server.ts'
import { compareDocuments } from '#content-schema/comparison/compare.ts'
import { readDocument, type StoredDocument } from '#content-schema/document.ts'
import { mapNodes } from '#content-schema/identity.ts'
import { ask, draftOf, keyOf, save, type Workplace, workplace } from '#tests/builders/bank.ts'
import { discard, startServer } from '#tests/builders/server.ts'
import { moduleOf } from './editor-documents.ts'
import { inTurn, median, timeOf } from './in-turn.ts'
import { atMost, context, type Measure } from './measure.ts'

const nodes = 60
const rounds = 25
const mostShare = 1 / 5

/**
 * Two revisions of 60 nodes, every third of them changed: comparing them beside the page of a
 * reviewer who would read one of them, from the request to the last byte.
 */
export async function benchComparison(): Promise<Measure[]> {
  const server = await startServer()
  try {
    const bank = openBank(join(server.dataDir, 'bank.sqlite'))
    const place = workplace(bank)
    const reviewId = fill(place)
    const { people } = place
    const browser = server.browser(`session=${openSession(bank, people.expert.id, new Date())}`)
    const page = async () => {
      const response = await browser.fetch(`/reviews/${reviewId}?view=document`)
      if (!(await response.text()).includes('</html>')) throw new Error(`${response.status}`)
    }
    const compare = async () => {
      const { elements } = compareStates(bank, { ...keyOf(place), before: '1', after: '2' })
      if (elements.length < nodes / 4) throw new Error(`${elements.length} differences`)
    }
    for (let time = 0; time < 10; time += 1) await Promise.all([page(), compare()])
    const times = await inTurn(
      rounds,
      () => timeOf(compare),
      () => timeOf(page),
    )
    const [ours, limit] = [median(times.ours), median(times.limit)]
    const name = `comparison: two revisions of ${nodes} nodes, beside the reviewer's page`
    const [before, after] = [moduleOf(nodes), changed(moduleOf(nodes))].map(readDocument)
    const alone = await timeOf(async () => compareDocuments(before!, after!))
    return [
      atMost(mostShare, { name, unit: 'ms', ours, limit }),
      context('comparison: the documents alone', 'ms', alone),
    ]
  } finally {
    await discard(server)
  }
}

/** Two revisions, each asked to be reviewed; gives the second review's id. */
function fill(place: Workplace): string {
  save(place, { document: moduleOf(nodes) })
  ask(place)
  save(place, { document: changed(draftOf(place).document) })
  return ask(place)
}

function changed({ format, doc }: StoredDocument): StoredDocument {
  let at = 0
  const other = mapNodes(doc, (node) => {
    if (node.type !== 'text') return node
    at += 1
    return at % 3 === 0 ? { ...node, text: `${node.text} Et l’on reste calme.` } : node
  })
  return { format, doc: other }
}
