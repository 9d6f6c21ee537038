import type { Profile, Rule, Template } from '#content-schema/statements/profile/shapes.ts'

type Told = {
  verb: { id: string }
  object: { objectType?: string; definition?: { type?: string } }
}

/** The templates that a statement is written after: verb and kind of object decide. */
export function templatesOf<T extends Told>({ templates }: Profile, told: T): Template[] {
  return templates.filter(({ verb, objectActivityType, objectStatementRefTemplate }) => {
    const type = told.object.definition?.type
    const isRef = told.object.objectType === 'StatementRef'
    return (
      verb === told.verb.id &&
      (objectActivityType === undefined || objectActivityType === type) &&
      (objectStatementRefTemplate === undefined || isRef)
    )
  })
}

/** The places whose rules a statement breaks. @see xAPI Profile Specification 1.0, Statement Template Rules */
export function broken({ rules }: Template, told: object): string[] {
  return rules.filter((rule) => !holds(rule, told)).map(({ location }) => location)
}

function holds({ location, presence, any, all, none }: Rule, told: object): boolean {
  const found = at(told, location)
  if (presence === 'included' && found.length === 0) return false
  if (presence === 'excluded' && found.length > 0) return false
  if (presence === 'recommended' && found.length === 0) return true
  if (any && !found.some((value) => any.includes(value))) return false
  if (all && (found.length === 0 || !found.every((value) => all.includes(value)))) return false
  return !none?.some((value) => found.includes(value))
}

/** `$.a.b[0]['c'][*]`: all of JSONPath that profiles may use, but unions. */
export function at(value: unknown, path: string): unknown[] {
  const steps = [...path.matchAll(/\.(\w+)|\[(\d+|\*)\]|\['([^']+)'\]/g)]
  if (`$${steps.map(([whole]) => whole).join('')}` !== path) throw new RangeError(path)
  let found = [value]
  for (const [, name, index, key] of steps) {
    found = found.flatMap((each) => {
      if (typeof each !== 'object' || each === null) return []
      if (index === '*') return Object.values(each)
      const next = (each as Record<string, unknown>)[name ?? index ?? key!]
      return next === undefined ? [] : [next]
    })
  }
  return found
}

/** Whether statements, each by the id of its template, come in the order of a pattern, greedily. */
export function follows({ patterns }: Profile, patternId: string, told: string[]): boolean {
  const words = new Map<string, string>()
  const word = (id: string) => {
    if (!words.has(id)) words.set(id, String.fromCharCode(0x4e00 + words.size))
    return words.get(id)!
  }
  const expression = (id: string): string => {
    const pattern = patterns.find((each) => each.id === id)
    if (!pattern) return word(id)
    if ('alternates' in pattern) return `(?:${pattern.alternates.map(expression).join('|')})`
    if ('sequence' in pattern) return `(?:${pattern.sequence.map(expression).join('')})`
    if ('optional' in pattern) return `(?:${expression(pattern.optional)})?`
    if ('oneOrMore' in pattern) return `(?:${expression(pattern.oneOrMore)})+`
    return `(?:${expression(pattern.zeroOrMore)})*`
  }
  return new RegExp(`^${expression(patternId)}$`, 'u').test(told.map(word).join(''))
}
