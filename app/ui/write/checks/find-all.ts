import type { Node } from 'prosemirror-model'
import type { CheckFacts } from '#app/services/checks/read-check-facts.server.ts'
import { accessibilityFindings } from '#content-schema/accessibility/index.ts'
import { alignmentFindings } from '#content-schema/checks/alignment.ts'
import type { KnownAssets } from '#content-schema/checks/asset-facts.ts'
import { estimatedSeconds, lengthFindings } from '#content-schema/checks/length.ts'
import { withPlaces } from '#content-schema/checks/places.ts'
import { rightsFindings } from '#content-schema/checks/rights.ts'
import { weightFindings, weightOf } from '#content-schema/checks/weight.ts'
import { completenessFindings } from '#content-schema/completeness.ts'
import { DocumentError, readDocument, type StoredDocument } from '#content-schema/document.ts'
import { assetDigests, elementsOf, findNode, within } from '#content-schema/elements.ts'
import type { Finding } from '#content-schema/finding.ts'
import { filled } from '#content-schema/reuse/filled.ts'
import { ledToReferences } from '#content-schema/reuse/resolve.ts'
import {
  suspendDataBudget,
  suspendDataCosts,
  suspendDataFindings,
} from '#packaging/suspend-data-budget.ts'
import { type Checked, type CheckKind, checkKinds, type StateRoom } from './checked.ts'

export type FoundAll = {
  checked: Checked
  /** Whether the server should be asked again: a file is new, or not weighed yet. */
  incomplete: boolean
}

/**
 * Looks at a document, one kind of thing at each step, so that whoever writes meanwhile never waits
 * for all of it; `null` for a document that cannot be read.
 *
 * @param facts `null` as long as the server did not answer
 */
export function* findAll(
  stored: StoredDocument,
  facts: CheckFacts | null,
): Generator<void, FoundAll | null> {
  const own = read(stored)
  if (!own) return null
  // What stands for a reference is checked with the rest, and found where the reference is.
  const { origins, incomplete, ...whole } = filled(stored.doc, new Map(facts?.reused.nodes))
  const doc = origins.size > 0 || incomplete ? (read({ ...stored, ...whole }) ?? own) : own
  const assets: KnownAssets = new Map(facts?.assets ?? [])
  const findings = {} as Checked['findings']
  for (const kind of checkKinds) {
    yield
    const found = rules[kind](doc, facts, assets)
    const led = found && ledToReferences(found, origins)
    const reused = kind === 'content' && facts ? reuseFindings(own, facts) : []
    findings[kind] = led && seriousFirst(withPlaces(own, [...reused, ...led]))
  }
  yield
  const checked: Checked = {
    findings,
    elements: elementsOf(doc).flatMap(({ node }) => within(node)).length,
    length: facts && lengthOf(doc, facts, assets),
    weight: facts && weightOf(doc, assets),
    state: stateOf(doc, (costs) => withPlaces(own, ledToReferences(costs, origins))),
    blank: own.textContent === '' && elementsOf(own).every(isParagraph),
  }
  return { checked, incomplete: incomplete || isIncomplete(doc, assets) }
}

/** What the server said of references that are still there. */
function reuseFindings(own: Node, { reused }: CheckFacts): Finding[] {
  return reused.findings.filter(({ nodeId }) => nodeId !== null && findNode(own, nodeId))
}

function isParagraph({ node }: { node: Node }): boolean {
  return node.type.name === 'paragraph'
}

type Rule = (doc: Node, facts: CheckFacts | null, assets: KnownAssets) => Finding[] | null

const rules: Record<CheckKind, Rule> = {
  content: (doc) => completenessFindings(doc),
  accessibility: (doc, facts) => accessibilityFindings(doc, facts?.language),
  rights: (doc, facts, assets) => facts && rightsFindings(doc, { ...facts, assets }),
  alignment: (doc, facts) => facts && alignmentFindings(doc, facts.alignments),
  length: (doc, facts, assets) => facts && lengthFindings(doc, { ...facts, assets }),
  weight: (doc, facts, assets) => facts && weightFindings(weightOf(doc, assets)),
  state: (doc) => suspendDataFindings(doc),
}

function read(stored: StoredDocument): Node | null {
  try {
    return readDocument(stored)
  } catch (error) {
    if (error instanceof DocumentError) return null
    throw error
  }
}

function seriousFirst(findings: Finding[]): Finding[] {
  const of = (wanted: Finding['severity']) =>
    findings.filter(({ severity }) => severity === wanted)
  return [...of('blocks'), ...of('warns')]
}

function lengthOf(doc: Node, { language, minutes }: CheckFacts, assets: KnownAssets) {
  const seconds = estimatedSeconds(doc, { language, assets })
  return { minutes: Math.max(1, Math.round(seconds / 60)), announced: minutes }
}

/** Only above four fifths is it worth knowing what the room goes to. */
function stateOf(doc: Node, placed: (costs: Finding[]) => Finding[]): StateRoom {
  const { characters, target } = suspendDataBudget(doc)
  if (characters <= target * 0.8) return { characters, target, costs: [] }
  const dearest = suspendDataCosts(doc).slice(0, 5)
  const costs = dearest.map(({ nodeId, characters }): Finding => {
    return { code: 'state.cost', severity: 'warns', nodeId, params: { characters } }
  })
  return { characters, target, costs: placed(costs) }
}

function isIncomplete(doc: Node, assets: KnownAssets): boolean {
  return assetDigests(doc).some((digest) => {
    const asset = assets.get(digest)
    return asset === undefined || asset?.measured === false
  })
}
