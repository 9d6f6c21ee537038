import { type NodeJson, walk } from '../identity.ts'
import type { QuestionDrawAttrs } from '../nodes/shared/question-draw.ts'
import { schema } from '../schema.ts'
import { shuffled } from '../scoring/shuffled.ts'

export type DrawFilter = Pick<QuestionDrawAttrs, 'pages' | 'kinds' | 'competencies'>
export type Draw = DrawFilter & Pick<QuestionDrawAttrs, 'id' | 'count' | 'seed'>

/** A question that can be drawn, and the page of the bank it stands on. */
export type BankQuestion = { node: NodeJson; pageId: string }

/** The questions of a bank that are worth points, wherever they stand in it, in its order. */
export function bankQuestions(doc: NodeJson): BankQuestion[] {
  return (doc.content ?? []).flatMap((page) => {
    const pageId = String(page.attrs?.id)
    const found: BankQuestion[] = []
    walk(page, (node) => isMarked(node) && found.push({ node, pageId }))
    return found
  })
}

/** Those that a filter lets through; a list that is empty lets all through. */
export function matching(
  questions: readonly BankQuestion[],
  { pages, kinds, competencies }: DrawFilter,
): NodeJson[] {
  const lets = (list: readonly string[], values: readonly string[]) =>
    list.length === 0 || values.some((value) => list.includes(value))
  return questions
    .filter(
      ({ node, pageId }) =>
        lets(pages, [pageId]) &&
        lets(kinds, [node.type]) &&
        lets(competencies, competenciesOf(node)),
    )
    .map(({ node }) => node)
}

/**
 * `count` of the questions that match, in the order of the bank: the same ones for the same draw, seed
 * and revision. Fewer where there are fewer; all of them where `count` is 0.
 *
 * @param digest SHA-256 of the revision they are drawn from
 */
export function drawFrom(doc: NodeJson, draw: Draw, digest: string): NodeJson[] {
  const found = matching(bankQuestions(doc), draw)
  if (draw.count === 0) return found
  const drawn = new Set(
    shuffled(found, `${draw.id} ${draw.seed} ${digest}`).slice(0, draw.count),
  )
  return found.filter((question) => drawn.has(question))
}

export function readDraw({ attrs = {} }: NodeJson): Draw {
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  return {
    id: String(attrs.id ?? ''),
    count: Number(attrs.count ?? 1),
    seed: String(attrs.seed ?? ''),
    pages: list(attrs.pages),
    kinds: list(attrs.kinds),
    competencies: list(attrs.competencies),
  }
}

export function competenciesOf({ attrs }: NodeJson): string[] {
  return Array.isArray(attrs?.competencies) ? attrs.competencies.map(String) : []
}

function isMarked({ type }: NodeJson): boolean {
  const known = schema.nodes[type as keyof typeof schema.nodes]
  return known?.isInGroup('question') === true && known.spec.attrs?.points !== undefined
}
