import type { Node } from 'prosemirror-model'
import { questionsOf } from '../elements.ts'
import type { Finding } from '../finding.ts'

/** Questions that cannot be asked or cannot be marked. */
export function questionFindings(doc: Node): Finding[] {
  return questionsOf(doc).flatMap(({ node }) => [
    ...prompts(node),
    ...choiceTexts(node),
    ...keys(node),
  ])
}

function prompts(question: Node): Finding[] {
  const asked = question.firstChild?.textContent.trim()
  return asked ? [] : [blocking('completeness.question-without-prompt', question)]
}

function choiceTexts(question: Node): Finding[] {
  return choicesOf(question)
    .filter((choice) => choice.firstChild?.textContent.trim() === '')
    .map((choice) => blocking('completeness.choice-without-text', choice))
}

/** What the answers are marked against. */
function keys(question: Node): Finding[] {
  const kind = question.type.name
  if (kind === 'trueFalse') return []
  if (kind === 'numeric') {
    const given = question.attrs.value !== null
    return given ? [] : [blocking('completeness.numeric-without-value', question)]
  }
  const right = choicesOf(question).filter(({ attrs }) => attrs.correct).length
  if (right === 0) return [blocking('completeness.question-without-right-choice', question)]
  if (right === 1 || kind === 'multipleChoice') return []
  return [blocking('completeness.question-with-several-right-choices', question)]
}

function choicesOf(question: Node): Node[] {
  return question.children.filter(({ type }) => type.name === 'choice')
}

function blocking(code: string, { attrs }: Node): Finding {
  return { code, severity: 'blocks', nodeId: attrs.id }
}
