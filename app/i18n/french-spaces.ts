/**
 * No line of French begins with `:`, `;`, `?`, `!`, `»` or `%`, nor ends with `«`: the spaces that go
 * with them do not break. Sentences are written with plain ones, which are seen as one writes.
 */
export function frenchSpaces(text: string): string {
  return text.replace(/ ([:;?!»%])/g, '\u00a0$1').replace(/« /g, '«\u00a0')
}
