import { samplePassword } from '#app/db/seed/seed-bank.server.ts'
import { applyChange } from '#content-schema/changes/apply.ts'
import { changeBetween } from '#content-schema/changes/change.ts'
import { outlineOf } from '#content-schema/changes/outline.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { newId } from '#content-schema/identity.ts'
import { ServerDraft } from '#editor/server-draft.ts'
import {
  paragraph,
  right,
  section,
  singleChoice,
  storedDoc,
  withId,
  wrong,
} from '#tests/builders/document.ts'
import { type Browser, discard, startServer } from '#tests/builders/server.ts'
import { atMost, context, type Measure } from './measure.ts'

const kilobyte = 1000
const bound = 20
const module = '/modules/preparer-une-palette'

/** Bytes of a save of one changed node, both ways, over HTTP, without its headers. */
export async function benchSaveSize(): Promise<Measure[]> {
  const server = await startServer()
  try {
    const browser = server.browser()
    await browser.signIn('camille.roussel@exemple.fr', samplePassword)
    const [small, large] = [await wire(browser, 20, 10), await wire(browser, 200, 10)]
    return [
      atMost(1, {
        name: 'save of one changed node in a 200-node module',
        unit: 'kB',
        ours: small.bytes / kilobyte,
        limit: bound,
        note: `the whole module is ${Math.round(small.whole / kilobyte)} kB`,
      }),
      atMost(1, {
        name: 'save of one changed node in a 2 000-node module',
        unit: 'kB',
        ours: large.bytes / kilobyte,
        limit: bound,
        note: `the whole module is ${Math.round(large.whole / kilobyte)} kB`,
      }),
      context(
        'local copy of a 2 000-node module changed throughout',
        'kB',
        copySize() / kilobyte,
      ),
    ]
  } finally {
    await discard(server)
  }
}

async function wire(browser: Browser, sections: number, nodes: number) {
  const held = await heldBy(browser)
  const before = moduleOf(sections, nodes)
  await send(browser, held, before)
  const after = withOneChange(before)
  return { bytes: await send(browser, before, after), whole: JSON.stringify(before).length }
}

/** Sends what changed as the page does. */
async function send(browser: Browser, base: StoredDocument, document: StoredDocument) {
  const body = JSON.stringify(new ServerDraft({ version: 0, document: base }).send(document))
  const response = await post(browser, body)
  const answer = await response.text()
  if (!('version' in JSON.parse(answer))) throw new Error(`not saved: ${answer.slice(0, 300)}`)
  return Buffer.byteLength(body) + Buffer.byteLength(answer)
}

/** What the server has now: all of it is news to whoever holds nothing. */
async function heldBy(browser: Browser): Promise<StoredDocument> {
  const nothing: StoredDocument = { format: 1, doc: { type: 'doc', content: [] } }
  const change = changeBetween(nothing, nothing)
  const response = await post(browser, JSON.stringify({ base: outlineOf(nothing), change }))
  const { news } = (await response.json()) as { news: Parameters<typeof applyChange>[1] }
  return applyChange(nothing, news)
}

function post(browser: Browser, body: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return browser.fetch(`${module}/draft`, { method: 'POST', headers, body })
}

/** Sections of paragraphs of some forty words, the last of each a question. */
function moduleOf(sections: number, nodes: number): StoredDocument {
  const words = 'Une phrase de dix mots comme on en écrit beaucoup. '.repeat(4)
  const element = (index: number) =>
    withId(
      newId(),
      index < nodes - 1
        ? paragraph(words)
        : singleChoice({}, words, right('Oui'), wrong('Non')),
    )
  return storedDoc(
    ...Array.from({ length: sections }, (_, index) =>
      withId(
        newId(),
        section(`Section ${index}`, ...Array.from({ length: nodes }, (_, at) => element(at))),
      ),
    ),
  )
}

function withOneChange(document: StoredDocument): StoredDocument {
  const copy = structuredClone(document)
  const text = copy.doc.content?.[3]?.content?.[2]?.content?.[0]
  if (!text) throw new RangeError('there is nothing to change')
  text.text = `${text.text} Et une de plus.`
  return copy
}

/** The most that a browser may have to keep for one tab: everything changed, nothing sent. */
function copySize(): number {
  const [before, after] = [moduleOf(200, 10), moduleOf(200, 10)]
  return JSON.stringify(new ServerDraft({ version: 0, document: before }).copy(after)).length
}
