/** A note, and the lines below it that are set in. */
const definition = /^\[\^([^\]\s]{1,60})\]:[ \t]*(.*(?:\n(?: {2}|\t).*\S.*)*)\n?/gm
const call = /\[\^([^\]\s]{1,60})\]|\^\[([^\]\n]{1,2000})\]/g

/** Stands where the number of a note is to come. */
const [before, after] = ['\uE006', '\uE007']

/**
 * Notes as a document of ours has them: their numbers where they are called, their texts in a list
 * at the end, in the order they are called.
 *
 * @param outsideCode changes what is no code
 */
export function withNotes(
  body: string,
  outsideCode: (text: string, change: (part: string) => string) => string,
): { body: string; count: number } {
  const known = new Map<string, string>()
  const without = outsideCode(body, (part) =>
    part.replace(definition, (_, name: string, text: string) => {
      known.set(name, text.replace(/\s*\n\s*/g, ' ').trim())
      return ''
    }),
  )
  const notes: string[] = []
  const numbers = new Map<string, number>()
  const numbered = outsideCode(without, (part) =>
    part.replace(call, (whole, name: string | undefined, text: string | undefined) => {
      const said = name === undefined ? text : known.get(name)
      if (said === undefined) return whole
      const number = numbers.get(name ?? '') ?? notes.push(said)
      if (name !== undefined) numbers.set(name, number)
      return `${before}${number}${after}`
    }),
  )
  const list = notes.map((text, index) => `${index + 1}. ${text}`).join('\n')
  return { body: list ? `${numbered.trimEnd()}\n\n${list}\n` : numbered, count: notes.length }
}

/** The HTML of such a text, its numbers raised. */
export function withRaisedNumbers(html: string): string {
  return html.replace(/\uE006(\d+)\uE007/g, '<sup>$1</sup>')
}
