import { Fragment, type Node } from 'prosemirror-model'
import { assessmentsOf, questionsOf, requiredOf, sectionsOf } from '#content-schema/elements.ts'
import type { Finding } from '#content-schema/finding.ts'
import { readAssessment } from '#content-schema/scoring/read-assessment.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import { largestSuspendData } from './player/suspend-data.ts'

/** The most an author should ask an LMS to keep: SCORM 1.2 promises 4,096 characters. */
const suspendDataTarget = 3500

/**
 * How much of an LMS's memory the state of a module can take, at the worst.
 *
 * @returns characters, the target they should stay under, and whether they do
 */
export function suspendDataBudget(doc: Node) {
  const questions = questionsOf(doc).flatMap(({ node }) => readQuestion(node) ?? [])
  const assessments = assessmentsOf(doc).flatMap(({ node }) => readAssessment(node) ?? [])
  const size = { sections: sectionsOf(doc).length, required: requiredOf(doc).length }
  const characters = largestSuspendData(size, questions, assessments)
  return { characters, target: suspendDataTarget, fits: characters <= suspendDataTarget }
}

/** From this share of the target on, an author is told before it is too late. */
const nearlyFull = 0.8

/** A module whose answers no longer fit in what an LMS keeps would not resume. */
export function suspendDataFindings(doc: Node): Finding[] {
  const { characters, target, fits } = suspendDataBudget(doc)
  const params = { characters, target }
  if (!fits) return [{ code: 'state.too-large', severity: 'blocks', nodeId: null, params }]
  if (characters <= target * nearlyFull) return []
  return [{ code: 'state.nearly-full', severity: 'warns', nodeId: null, params }]
}

/** What is asked of learners, the dearest first, with the characters that the state loses without it. */
export function suspendDataCosts(doc: Node): { nodeId: string; characters: number }[] {
  const { characters } = suspendDataBudget(doc)
  const asked = new Set([...questionsOf(doc), ...requiredOf(doc)].map(({ node }) => node))
  return [...asked]
    .map((node) => ({
      nodeId: String(node.attrs.id),
      characters: characters - suspendDataBudget(without(doc, node)).characters,
    }))
    .filter((cost) => cost.characters > 0)
    .sort((a, b) => b.characters - a.characters)
}

/** Only to be counted: it may hold less than its elements ask for. */
function without(parent: Node, gone: Node): Node {
  const kept = parent.children.filter((child) => child !== gone)
  return parent.copy(
    Fragment.from(kept.map((child) => (child.isLeaf ? child : without(child, gone)))),
  )
}
