import { validateManifest } from '../standards/validate.ts'
import { childNamed, type Element, elementsNamed } from '../xml/parse-xml.ts'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'
import type { OpenZip } from './read-zip.ts'

/**
 * Checks a course structure: against its schema, then what that cannot say. The ids behind the
 * comments are those of `@cmi5/requirements`.
 *
 * @see cmi5 (Quartz) §13 and §14
 */
export async function checkCmi5(
  root: Element,
  xml: string,
  zip: OpenZip,
): Promise<PackageFinding[]> {
  // 13.2.0.0-1
  const wrong = await validateManifest(xml, 'cmi5')
  const units = elementsNamed(root, 'au')
  return [
    ...wrong.map((reason) => packageError('cmi5.invalid', { reason })),
    ...checkIds(root),
    ...checkObjectives(root),
    ...units.filter(hasNoMoveOn).map(({ attributes: { id = '' } }) => {
      return packageWarning('cmi5.no-move-on', { id })
    }),
    ...units.flatMap((unit) => checkAddress(unit, zip)),
  ]
}

/** 3.0.0.0-1, 13.1.2.0-1, 13.1.3.0-1, 13.1.4.0-1: complete IRIs, each once, whatever it names. */
function checkIds(root: Element): PackageFinding[] {
  const seen = new Set<string>()
  return ['course', 'block', 'au', 'objective']
    .flatMap((name) => elementsNamed(root, name))
    .flatMap(({ attributes: { id } }) => {
      if (id === undefined) return []
      if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id)) {
        return packageError('cmi5.bad-id', { id })
      }
      if (seen.has(id)) return packageError('cmi5.repeated-id', { id })
      seen.add(id)
      return []
    })
}

function checkObjectives(root: Element): PackageFinding[] {
  const objectives = elementsNamed(root, 'objective').map(({ attributes }) => attributes)
  const known = new Set(objectives.map(({ id }) => id))
  return objectives
    .filter(({ idref }) => idref !== undefined && !known.has(idref))
    .map(({ idref = '' }) => packageError('cmi5.unknown-objective', { id: idref }))
}

/** Legal, and a trap: the default satisfies the unit before anybody opened it. */
function hasNoMoveOn({ attributes }: Element): boolean {
  return attributes.moveOn === undefined
}

/** What an LMS adds to the address: 8.1.0.0-6. */
const launchNames = ['endpoint', 'fetch', 'actor', 'registration', 'activityId']

/** 13.1.4.0-2 and 14.1.0.0-4. */
function checkAddress(unit: Element, zip: OpenZip): PackageFinding[] {
  const url = childNamed(unit, 'url')?.text.trim() ?? ''
  const [path = '', query = ''] = url.split('#')[0]!.split('?')
  const used = [...new URLSearchParams(query).keys()]
  const names = used.filter((name) => launchNames.includes(name))
  return [
    ...names.map((name) => packageError('cmi5.launch-name-in-url', { name })),
    ...checkTarget(url, path, zip),
  ]
}

function checkTarget(url: string, path: string, zip: OpenZip): PackageFinding[] {
  if (/^https?:\/\//i.test(url)) return []
  if (path === '' || /^([a-z][a-z0-9+.-]*:|\/)/i.test(url)) {
    return [packageError('cmi5.bad-url', { url })]
  }
  return zip.entries.has(decoded(path)) ? [] : [packageError('cmi5.missing-file', { path })]
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
