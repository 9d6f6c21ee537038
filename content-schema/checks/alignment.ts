import type { Node } from 'prosemirror-model'
import { elementsOf, sectionsOf, within } from '../elements.ts'
import type { Finding } from '../finding.ts'
import type { Alignment } from '../module.ts'
import { isQuestion } from '../schema.ts'
import { isScored } from '../scoring/mark-answer.ts'
import { readQuestion } from '../scoring/read-question.ts'

/**
 * What the module says it teaches, practises and assesses, against what stands in it. Ties of
 * elements are only held against an author who makes some.
 */
export function alignmentFindings(doc: Node, alignments: readonly Alignment[]): Finding[] {
  if (alignments.length === 0) return [warns('alignment.none'), ...strangers(doc, new Map())]
  const competencies = byCompetency(alignments)
  const ties = tiesOf(doc)
  return [
    ...nothingAssessed(ties, competencies),
    ...[...competencies.values()].flatMap((each) => holes(each, ties)),
    ...strangers(doc, competencies),
    ...untied(doc, ties),
  ]
}

type Competency = { id: string; label: string; roles: Set<Alignment['role']> }
type Ties = {
  /** Whether any element is tied to anything. */
  any: boolean
  /** Ids of competencies by what is tied to them. */
  tested: Set<string>
  shown: Set<string>
  questions: Node[]
}

function byCompetency(alignments: readonly Alignment[]): Map<string, Competency> {
  const found = new Map<string, Competency>()
  for (const { competencyId: id, label, role } of alignments) {
    const each = found.get(id) ?? { id, label, roles: new Set() }
    found.set(id, { ...each, roles: each.roles.add(role) })
  }
  return found
}

function tiesOf(doc: Node): Ties {
  const ties: Ties = { any: false, tested: new Set(), shown: new Set(), questions: [] }
  for (const node of elementsIn(doc)) {
    if (isTest(node)) ties.questions.push(node)
    for (const id of tiedTo(node)) {
      ties.any = true
      const set = isTest(node) ? ties.tested : ties.shown
      set.add(id)
    }
  }
  return ties
}

/** Questions are asked and no competency is said to be assessed, by the module or by a question. */
function nothingAssessed({ questions, tested }: Ties, all: Map<string, Competency>): Finding[] {
  const assessed =
    tested.size > 0 || [...all.values()].some(({ roles }) => roles.has('assesses'))
  return questions.length > 0 && !assessed ? [warns('alignment.nothing-assessed')] : []
}

function holes({ id, label, roles }: Competency, { any, tested, shown }: Ties): Finding[] {
  const params = { label }
  const taught = roles.has('teaches') || roles.has('practises') || shown.has(id)
  const assessed = roles.has('assesses') || tested.has(id)
  if (!taught) return [warns('alignment.assessed-not-taught', null, params)]
  if (!assessed) return [warns('alignment.taught-not-assessed', null, params)]
  if (!any || tested.has(id)) return []
  if (roles.has('assesses')) return [warns('alignment.no-question-for', null, params)]
  return shown.has(id) ? [] : [warns('alignment.no-element-for', null, params)]
}

/** Elements tied to something that the module itself is not, or no longer, tied to. */
function strangers(doc: Node, known: Map<string, Competency>): Finding[] {
  return elementsIn(doc)
    .filter((node) => tiedTo(node).some((id) => !known.has(id)))
    .map(({ attrs }) => warns('alignment.unknown-competency', attrs.id))
}

/** Where some are tied: questions that are not, and sections in which nothing is. */
function untied(doc: Node, { any, questions }: Ties): Finding[] {
  if (!any) return []
  const tests = questions.filter((node) => tiedTo(node).length === 0)
  const sections = sectionsOf(doc).filter((section) => {
    const could = section.children.flatMap((node) => within(node)).filter(canBeTied)
    return could.length > 0 && could.every((node) => tiedTo(node).length === 0 && !isTest(node))
  })
  return [
    ...sections.map(({ attrs }) => warns('alignment.untied-section', attrs.id)),
    ...tests.map(({ attrs }) => warns('alignment.untied-question', attrs.id)),
  ]
}

function elementsIn(doc: Node): Node[] {
  return elementsOf(doc).flatMap(({ node }) => within(node))
}

/** A question that can be right or wrong: an opinion assesses nobody. */
function isTest(node: Node): boolean {
  if (!isQuestion(node.type.name)) return false
  const question = readQuestion(node)
  return question === null ? node.attrs.points !== undefined : isScored(question)
}

/** Text alone carries no tie. */
function canBeTied({ attrs }: Node): boolean {
  return attrs.competencies !== undefined
}

function tiedTo(node: Node): string[] {
  return node.attrs.competencies ?? []
}

function warns(
  code: string,
  nodeId: string | null = null,
  params?: Record<string, string>,
): Finding {
  return { code, severity: 'warns', nodeId, ...(params && { params }) }
}
