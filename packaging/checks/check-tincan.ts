import { childNamed, type Element, elementsNamed } from '../xml/parse-xml.ts'
import { type PackageFinding, type PackageFindingCode, packageError } from './finding.ts'
import { lookFor, pathIn } from './look-for.ts'
import type { OpenZip } from './read-zip.ts'

/**
 * Checks a `tincan.xml`: there is no public schema, so its shape is checked by hand.
 *
 * @see Rustici Software, Tin Can API launch method
 */
export function checkTincan(root: Element, zip: OpenZip): PackageFinding[] {
  const activities = elementsNamed(root, 'activity')
  const launches = elementsNamed(root, 'launch')
  const wrongRoot =
    root.name !== 'tincan' || root.namespace !== 'http://projecttincan.com/tincan.xsd'
  return [
    ...(wrongRoot ? [packageError('tincan.not-tincan', { line: root.line })] : []),
    ...(activities.length === 0 ? [packageError('tincan.no-activity')] : []),
    ...activities.flatMap(checkActivity),
    ...(launches.length === 1
      ? []
      : [packageError('tincan.launch-count', { count: launches.length })]),
    ...launches.slice(0, 1).flatMap((launch) => checkLaunch(launch, zip)),
  ]
}

function checkActivity(activity: Element): PackageFinding[] {
  const { id, type } = activity.attributes
  const found: [boolean, PackageFindingCode][] = [
    [!isIri(id), 'tincan.bad-activity-id'],
    [!isIri(type), 'tincan.bad-activity-type'],
    [!childNamed(activity, 'name')?.text.trim(), 'tincan.no-name'],
  ]
  return found
    .filter(([is]) => is)
    .map(([, code]) => packageError(code, { line: activity.line }))
}

function isIri(text: string | undefined): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text?.trim() ?? '')
}

function checkLaunch({ text, line }: Element, zip: OpenZip): PackageFinding[] {
  const path = pathIn(text.trim())
  return path === null
    ? []
    : lookFor(path, zip, 'tincan.missing-file', { in: 'tincan.xml', line })
}
