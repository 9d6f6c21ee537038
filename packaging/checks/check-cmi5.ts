import { validateManifest } from '../standards/validate.ts'
import { childNamed, type Element, elementsNamed } from '../xml/parse-xml.ts'
import { checkExtensions, courseNamespace } from './check-extensions.ts'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'
import { lookFor, outside, pathIn } from './look-for.ts'
import type { ReadXml } from './read-xml.ts'
import type { OpenZip } from './read-zip.ts'

/**
 * Checks a course structure: against its schema, then what that cannot say. Each finding carries
 * the id that `@cmi5/requirements` gives to its rule.
 *
 * @param zip `null` when the structure came alone
 * @see cmi5 (Quartz) §13 and §14
 */
export async function checkCmi5(
  { root, xml, path }: ReadXml,
  zip: OpenZip | null,
): Promise<PackageFinding[]> {
  const units = elementsNamed(root, 'au')
  return [
    ...(await checkSchema(xml, path)),
    ...checkIds(root),
    ...checkObjectives(root),
    ...checkExtensions(root, zip),
    ...units.flatMap(checkMoveOn),
    ...units.flatMap((unit) => checkAddress(unit, zip)),
  ]
}

/** What a vendor added must not spoil the rest: that is a rule of its own. */
async function checkSchema(xml: string, path: string): Promise<PackageFinding[]> {
  const faults = await validateManifest(xml, 'cmi5')
  if (faults === null) return [packageError('manifest.not-validated', { path })]
  return faults.map(({ line, namespace, reason }) => {
    const isForeign = namespace !== '' && namespace !== courseNamespace
    const rule = isForeign ? 'cmi5 13.1.5.0-2' : 'cmi5 13.2.0.0-1'
    return packageError('cmi5.invalid', { reason, line, rule })
  })
}

/** Each with the rule that lets its id stand once; that of the course has none. */
const uniqueBy: Record<string, string> = {
  course: '13.1.1',
  block: '13.1.2.0-1',
  objective: '13.1.3.0-1',
  au: '13.1.4.0-1',
}

/** Complete IRIs, each once, whatever it names; spaces around them do not count (13.1.0.0-1). */
function checkIds(root: Element): PackageFinding[] {
  const seen = new Set<string>()
  return Object.keys(uniqueBy)
    .flatMap((name) => elementsNamed(root, name))
    .flatMap(({ name, line, attributes }) => {
      if (attributes.id === undefined) return []
      const id = attributes.id.trim()
      if (!isIri(id)) return packageError('cmi5.bad-id', { id, line })
      const rule = `cmi5 ${uniqueBy[name]}`
      if (seen.has(id)) return packageError('cmi5.repeated-id', { id, line, rule })
      seen.add(id)
      return []
    })
}

/** Complete, not relative to anything. @see RFC 3987 §2.2 */
function isIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text)
}

function checkObjectives(root: Element): PackageFinding[] {
  const objectives = elementsNamed(root, 'objective')
  const known = new Set(objectives.map(({ attributes }) => attributes.id?.trim()))
  return objectives.flatMap(({ attributes: { idref }, line }) => {
    const id = idref?.trim()
    if (id === undefined || known.has(id)) return []
    return packageError(isIri(id) ? 'cmi5.unknown-objective' : 'cmi5.bad-id', { id, line })
  })
}

/** To say nothing is legal, and a trap: the unit is satisfied before anybody opened it. */
function checkMoveOn({ attributes, line }: Element): PackageFinding[] {
  const { id = '', moveOn } = attributes
  return moveOn === undefined ? [packageWarning('cmi5.no-move-on', { id, line })] : []
}

/** What an LMS adds to the address: 8.1.0.0-6. */
const launchNames = ['endpoint', 'fetch', 'actor', 'registration', 'activityId']

function checkAddress(unit: Element, zip: OpenZip | null): PackageFinding[] {
  const element = childNamed(unit, 'url')
  const url = element?.text.trim() ?? ''
  // The schema says that there is none.
  if (url === '') return []
  const { line } = element ?? unit
  const [, query = ''] = url.split('#')[0]!.split('?')
  const names = [...new URLSearchParams(query).keys()].filter((name) =>
    launchNames.includes(name),
  )
  return [
    ...names.map((name) => packageError('cmi5.launch-name-in-url', { name, line })),
    ...checkTarget(url, zip, line),
  ]
}

/** No character that RFC 1738 §2.2 calls unsafe, each percent sign before two digits. */
const plainUrl = /^(?:[A-Za-z0-9$_.+!*'(),;/?:@=&#~-]|%[0-9A-Fa-f]{2})+$/

function checkTarget(url: string, zip: OpenZip | null, line: number): PackageFinding[] {
  const isWhole = /^https?:\/\/[^/]/i.test(url)
  const scheme = /^[a-z][a-z0-9+.-]*:/i.test(url)
  const inside = pathIn(url)
  const rule = plainUrl.test(url) && (isWhole || !scheme) ? null : 'cmi5 13.1.4.0-2'
  if (rule) return [packageError('cmi5.bad-url', { url, line, rule })]
  if (isWhole) return []
  if (zip === null) return [packageError('cmi5.relative-url', { url, line })]
  if (inside === null || inside === outside)
    return [packageError('cmi5.bad-url', { url, line, rule: 'cmi5 14.1.0.0-4' })]
  return lookFor(inside, zip, 'cmi5.missing-file', { in: 'cmi5.xml', line })
}
