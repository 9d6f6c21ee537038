import type { Mark, Node } from 'prosemirror-model'
import { type WordPiece, wordChanges } from './comparison/compare.ts'
import type { NodeJson } from './identity.ts'

/**
 * The part of a node whose words can be replaced as a whole: its own where it holds words, else what
 * it asks or says first (the prompt of a question, the text of a choice). `null` where there is none,
 * or where something that is no word stands among them: a gap, a formula, a line break.
 */
export function replaceablePart(node: Node): Node | null {
  const { firstChild } = node
  const part = node.inlineContent ? node : firstChild
  if (!part?.inlineContent || (part !== node && part.attrs.id)) return null
  return part.children.every((child) => child.isText) ? part : null
}

/**
 * A node with other words in {@link replaceablePart}. Marks stay on the words that stay; words that
 * take the place of others take over the marks that all of those had.
 *
 * @throws RangeError where the node has no such part
 */
export function withWords(node: Node, text: string): NodeJson {
  const part = replaceablePart(node)
  if (!part) throw new RangeError(`${node.type.name} has no words to be replaced`)
  const content = inlineJson(rewritten(part, text))
  const { content: _, ...bare } = part.toJSON() as NodeJson
  const other = content.length > 0 ? { ...bare, content } : bare
  if (part === node) return other
  const whole = node.toJSON() as NodeJson
  return { ...whole, content: [other, ...(whole.content ?? []).slice(1)] }
}

type Letter = { character: string; marks: readonly Mark[] }

function rewritten(part: Node, text: string): Letter[] {
  const olds = lettersOf(part)
  const news: Letter[] = []
  let at = 0
  let replaced: Letter[] = []
  for (const { text: piece, is } of wordChanges(part.textContent, text)) {
    if (is === 'removed') {
      const from = at
      at = behind(olds, at, piece)
      replaced = olds.slice(from, at)
      continue
    }
    if (is === 'added') news.push(...inPlaceOf(replaced, piece, [olds[at - 1], olds[at]]))
    else for (const character of piece) at = keep(news, olds, { at, character })
    replaced = []
  }
  return news
}

/** Marked as the words they replace; where they replace none, as both of those they come between. */
function inPlaceOf(
  replaced: Letter[],
  piece: string,
  around: (Letter | undefined)[],
): Letter[] {
  const words = replaced.filter(({ character }) => !isSpace(character))
  const marks = sharedMarks(words.length > 0 ? words : around)
  const last = replaced.at(-1)
  const letters = [...piece].map((character) => ({ character, marks }))
  // The space behind the last word is that of the words that went.
  const end = letters.at(-1)
  if (end && last && isSpace(end.character) && isSpace(last.character)) end.marks = last.marks
  return letters
}

/** A letter that stays has the marks it had; the spaces around words that stay may be others. */
function keep(
  news: Letter[],
  olds: Letter[],
  { at, character }: { at: number; character: string },
): number {
  const old = olds[at]
  if (isSpace(character) && !isSpace(old?.character)) {
    news.push({ character, marks: sharedMarks([news.at(-1), old]) })
    return at
  }
  const here = isSpace(character) ? at : afterSpaces(olds, at)
  news.push({ character, marks: olds[here]?.marks ?? [] })
  return here + 1
}

function behind(olds: Letter[], from: number, piece: WordPiece['text']): number {
  let at = from
  for (const character of piece)
    if (!isSpace(character)) at = afterSpaces(olds, at) + 1
    else if (isSpace(olds[at]?.character)) at += 1
  return at
}

function afterSpaces(olds: Letter[], from: number): number {
  let at = from
  while (isSpace(olds[at]?.character)) at += 1
  return at
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character)
}

function sharedMarks(letters: (Letter | undefined)[]): readonly Mark[] {
  const [first, ...others] = letters
  if (!first) return []
  return first.marks.filter((mark) => others.every((each) => each && mark.isInSet(each.marks)))
}

function lettersOf(part: Node): Letter[] {
  return part.children.flatMap(({ text = '', marks }) =>
    [...text].map((character) => ({ character, marks })),
  )
}

function inlineJson(letters: Letter[]): NodeJson[] {
  const runs: { text: string; marks: readonly Mark[] }[] = []
  for (const { character, marks } of letters) {
    const last = runs.at(-1)
    const goesOn =
      last &&
      last.marks.length === marks.length &&
      marks.every((mark) => mark.isInSet(last.marks))
    if (goesOn) last.text += character
    else runs.push({ text: character, marks })
  }
  return runs.map(({ text, marks }) => ({
    ...{ type: 'text', text },
    ...(marks.length > 0 && { marks: marks.map((mark) => mark.toJSON()) }),
  }))
}
