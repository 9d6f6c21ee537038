import type { Inline } from '#content-schema/foreign-html/inline.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { childNamed, type Element } from '#packaging/xml/parse-xml.ts'
import type { ReadQuestion } from '../gaps.ts'
import { both, type Said } from '../question-nodes.ts'
import { type QuestionReading, say } from '../question-reading.ts'
import { asked, type RichText, words } from '../rich-text.ts'

/** A question of Moodle as it is met. */
export type Met = {
  question: Element
  answers: Element[]
  /** What is said to everybody afterwards. */
  general: Inline
  reading: QuestionReading
}

/** Makes the question that a kind of Moodle's comes to; `null` when we have none for it. */
export type Reader = (met: Met) => ReadQuestion | null

/** A question that asks with the words of its text, and answers as `make` says. */
export function withPrompt(
  { question, reading }: Met,
  make: (prompt: Inline) => NodeJson | null,
): ReadQuestion | null {
  const { before, prompt } = asked(richIn(childNamed(question, 'questiontext')), reading)
  const made = make(prompt)
  return made && { before, question: made }
}

export function wordsIn(element: Element | undefined, reading: QuestionReading): Inline {
  return words(richIn(element), reading)
}

/** A text, with the files that stand beside it. */
export function richIn(element: Element | undefined): RichText {
  const format = (element?.attributes.format ?? 'html').replace('plain_text', 'plain')
  return { format, text: textIn(element), files: filesIn(element) }
}

export function textIn(element: Element | undefined): string {
  return childNamed(element, 'text')?.text.trim() ?? ''
}

export function childrenNamed(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name)
}

/** What a child holds as bare text, for example `<single>true</single>`. */
export function valueIn(element: Element, name: string): string {
  return childNamed(element, name)?.text.trim() ?? ''
}

export function isTrue(value: string): boolean {
  return value === 'true' || value === '1'
}

/** Percent of the points, from -100 to 100. */
export function fractionOf(answer: Element): number {
  return Number(answer.attributes.fraction ?? 0)
}

export function feedbackOf(answer: Element | undefined, reading: QuestionReading): Inline {
  return wordsIn(answer && childNamed(answer, 'feedback'), reading)
}

/** What kinds with one answer to a whole say: Moodle's own sentences say no more than the player does. */
export function combinedFeedback({ question, general, reading }: Met): Said {
  const own = (name: string) => {
    const said = wordsIn(childNamed(question, name), reading)
    return isMoodlesOwn(said) ? [] : said
  }
  if (own('partiallycorrectfeedback').length > 0) say(reading, 'import.feedback')
  return {
    right: both(own('correctfeedback'), general),
    wrong: both(own('incorrectfeedback'), general),
  }
}

function isMoodlesOwn(said: Inline): boolean {
  const text = said.map((each) => each.text ?? '').join('')
  return /^(Your answer is (partially )?(correct|incorrect)|Votre réponse est (partiellement )?(correcte|incorrecte))\.?$/.test(
    text.trim(),
  )
}

const types: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
}

/** The pictures beside a text, as addresses that hold their bytes; what they are is found out when they are stored. */
function filesIn(element: Element | undefined): Map<string, string> {
  const files = element ? childrenNamed(element, 'file') : []
  return new Map(
    files.flatMap((file) => {
      const name = file.attributes.name ?? ''
      const type = types[name.split('.').at(-1)?.toLowerCase() ?? '']
      if (!type || file.attributes.encoding !== 'base64') return []
      const path = (file.attributes.path ?? '/').replace(/^\//, '')
      return [
        [`${path}${name}`, `data:${type};base64,${file.text.replace(/\s+/g, '')}`] as const,
      ]
    }),
  )
}
