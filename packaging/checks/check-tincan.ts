import { childNamed, type Element, elementsNamed } from '../xml/parse-xml.ts'
import { type PackageFinding, type PackageFindingCode, packageError } from './finding.ts'
import type { OpenZip } from './read-zip.ts'

/**
 * Checks a `tincan.xml`: there is no public schema, so its shape is checked by hand.
 *
 * @see Rustici Software, Tin Can API launch method
 */
export function checkTincan(root: Element, zip: OpenZip): PackageFinding[] {
  const activities = elementsNamed(root, 'activity')
  const launches = elementsNamed(root, 'launch')
  const launch = launches[0]?.text.trim() ?? ''
  const found: [boolean, PackageFindingCode, PackageFinding['params']][] = [
    [
      root.name !== 'tincan' || root.namespace !== 'http://projecttincan.com/tincan.xsd',
      'tincan.not-tincan',
      {},
    ],
    [activities.length === 0, 'tincan.no-activity', {}],
    [activities.some(({ attributes }) => !isIri(attributes.id)), 'tincan.bad-activity-id', {}],
    [
      activities.some(({ attributes }) => !isIri(attributes.type)),
      'tincan.bad-activity-type',
      {},
    ],
    [
      activities.some((activity) => !childNamed(activity, 'name')?.text.trim()),
      'tincan.no-name',
      {},
    ],
    [launches.length !== 1, 'tincan.launch-count', { count: launches.length }],
    [launches.length === 1 && !isThere(launch, zip), 'tincan.missing-file', { path: launch }],
  ]
  return found.filter(([is]) => is).map(([, code, params]) => packageError(code, params))
}

function isIri(text: string | undefined): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text ?? '')
}

function isThere(launch: string, zip: OpenZip): boolean {
  const [path = ''] = launch.split(/[?#]/)
  return /^https?:/.test(launch) || zip.entries.has(path)
}
