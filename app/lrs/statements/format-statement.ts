import { mapActors } from './map-actors.ts'
import type { Format } from './read-query.ts'
import type {
  StatementObject,
  StatementParts,
  StoredStatement,
  XapiActivity,
  XapiActor,
} from './xapi-statement.ts'

/**
 * A stored statement as it was asked for.
 *
 * `canonical` keeps, of each language map, the text that the reader prefers; definitions are
 * those that the statement came with.
 *
 * @param languages from {@link acceptedLanguages}
 */
export function formatStatement(payload: string, format: Format, languages: string[]): string {
  if (format === 'exact') return payload
  const statement: StoredStatement = JSON.parse(payload)
  return JSON.stringify(
    format === 'ids' ? identifiersOnly(statement) : inOneLanguage(statement, languages),
  )
}

/** Languages of an `Accept-Language`, the preferred first. @see RFC 2616 §14.4 */
export function acceptedLanguages(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
      const quality = parameters.join(';').match(/q\s*=\s*([\d.]+)/)?.[1]
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}

/**
 * What names nobody is left out: an actor that does not say is an Agent, an object an Activity.
 */
function identifiersOnly(statement: StoredStatement): StoredStatement {
  const reduced = mapActivities(mapActors(statement, identifiersOf), ({ id }) => ({ id }))
  return { ...reduced, authority: identifiersOf(statement.authority) }
}

/** Members identify a group only when nothing else does. */
function identifiersOf({
  name: _name,
  member,
  objectType,
  ...identifier
}: XapiActor): XapiActor {
  const isGroup = objectType === 'Group' && { objectType }
  const anonymous = Object.keys(identifier).length === 0 && member
  return {
    ...isGroup,
    ...identifier,
    ...(anonymous && { member: member.map(identifiersOf) }),
  }
}

function inOneLanguage(statement: StoredStatement, languages: string[]): StoredStatement {
  return mapActivities(
    statement,
    (activity) => {
      if (!activity.definition) return activity
      return { ...activity, definition: oneLanguage(activity.definition, languages) }
    },
    languages,
  )
}

/** Changes each activity; verbs keep one language of theirs, or none when none is asked for. */
function mapActivities<Parts extends StatementParts>(
  parts: Parts,
  change: (activity: XapiActivity) => XapiActivity,
  languages?: string[],
): Parts {
  const { id, display } = parts.verb
  const shown = display && languages && { display: pick(display, languages) }
  return {
    ...parts,
    verb: { id, ...shown },
    object: changeObject(parts.object, change, languages),
    ...(parts.context && { context: changeContext(parts.context, change) }),
  }
}

function changeObject(
  object: StatementObject,
  change: (activity: XapiActivity) => XapiActivity,
  languages?: string[],
): StatementObject {
  if (object.objectType === 'SubStatement') return mapActivities(object, change, languages)
  if (object.objectType === undefined || object.objectType === 'Activity') return change(object)
  return object
}

function changeContext(
  context: NonNullable<StatementParts['context']>,
  change: (activity: XapiActivity) => XapiActivity,
): NonNullable<StatementParts['context']> {
  if (!context.contextActivities) return context
  const changed = Object.entries(context.contextActivities).map(([place, activities]) => [
    place,
    [activities].flat().map(change),
  ])
  return { ...context, contextActivities: Object.fromEntries(changed) }
}

type Definition = Record<string, unknown>

function oneLanguage(definition: Definition, languages: string[]): Definition {
  const entries = Object.entries(definition).map(([key, value]) => {
    if (key === 'name' || key === 'description')
      return [key, pick(value as LanguageMap, languages)]
    if (!componentLists.has(key)) return [key, value]
    return [key, (value as Definition[]).map((component) => oneLanguage(component, languages))]
  })
  return Object.fromEntries(entries)
}

const componentLists = new Set(['choices', 'scale', 'source', 'target', 'steps'])

type LanguageMap = Record<string, string>

/**
 * The first language asked for that the map has, by itself or by its main language; else its
 * first.
 */
function pick(map: LanguageMap, languages: string[]): LanguageMap {
  const tags = Object.keys(map)
  for (const wanted of languages) {
    const tag = tags.find((each) => matches(each.toLowerCase(), wanted))
    if (tag !== undefined) return { [tag]: map[tag]! }
  }
  return tags.length === 0 ? {} : { [tags[0]!]: map[tags[0]!]! }
}

function matches(tag: string, wanted: string): boolean {
  return wanted === '*' || tag === wanted || tag.startsWith(`${wanted}-`)
}
