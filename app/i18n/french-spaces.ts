/**
 * No line of French begins with `:`, `;`, `?`, `!`, `»` or `%`, nor ends with `«`: the spaces that go
 * with them do not break. Sentences are written with plain ones, which are seen as one writes.
 */
export function frenchSpaces(text: string): string {
  return text.replace(/ ([:;?!»%])/g, '\u00a0$1').replace(/« /g, '«\u00a0')
}

const spaced = new WeakMap<object, object>()

/** All sentences of a tree of them, made once for each. */
export function withFrenchSpaces<Words extends object>(words: Words): Words {
  const known = spaced.get(words) ?? Object.fromEntries(Object.entries(words).map(spacedEntry))
  spaced.set(words, known)
  return known as Words
}

function spacedEntry([name, value]: [string, unknown]): [string, unknown] {
  if (typeof value === 'string') return [name, frenchSpaces(value)]
  return [name, value && typeof value === 'object' ? withFrenchSpaces(value) : value]
}
