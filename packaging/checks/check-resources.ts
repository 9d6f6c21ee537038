import type { SchemaSet } from '../standards/schemas.ts'
import { type Element, elementsNamed } from '../xml/parse-xml.ts'
import { cycles } from './cycles.ts'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'

/** What is launched, what it is, and what it needs beside it. */
export function checkResources(manifest: Element, set: SchemaSet): PackageFinding[] {
  const resources = elementsNamed(manifest, 'resource')
  return [
    ...resources.flatMap((resource) => checkType(resource, set)),
    ...checkScos(manifest, resources),
    ...checkDependencies(resources),
  ]
}

/** The attribute is `scormtype` in SCORM 1.2 and `scormType` in SCORM 2004. */
function checkType({ attributes, line }: Element, set: SchemaSet): PackageFinding[] {
  const identifier = attributes.identifier ?? ''
  const [own, other] = set === 'scorm-12' ? lowerCase : mixedCase
  const value = attributes[own] ?? attributes[other]
  const { type = '' } = attributes
  const wrong = attributes[own] === undefined && attributes[other] !== undefined
  const found = [
    value === undefined && packageError('manifest.no-scorm-type', { identifier, line }),
    wrong && packageError('manifest.scorm-type-case', { identifier, line }),
    value !== undefined &&
      !/^(sco|asset)$/.test(value) &&
      packageError('manifest.bad-scorm-type', { identifier, value, line }),
    type !== 'webcontent' &&
      packageWarning('manifest.resource-type', { identifier, type, line }),
  ]
  return found.filter((each) => each !== false)
}

const lowerCase = ['scormtype', 'scormType'] as const
const mixedCase = ['scormType', 'scormtype'] as const

function isSco({ attributes: { scormtype, scormType } }: Element): boolean {
  return /^sco$/i.test(scormtype ?? scormType ?? '')
}

function checkScos(manifest: Element, resources: Element[]): PackageFinding[] {
  const led = new Set(
    elementsNamed(manifest, 'item').map(({ attributes }) => attributes.identifierref),
  )
  const launched = resources.filter(
    (resource) => isSco(resource) || led.has(resource.attributes.identifier),
  )
  return [
    ...(resources.some(isSco) ? [] : [packageError('manifest.no-sco', {})]),
    ...launched
      .filter(({ attributes: { href } }) => !href?.trim())
      .map(({ attributes: { identifier = '' }, line }) =>
        packageError('manifest.no-launch-file', { identifier, line }),
      ),
  ]
}

function checkDependencies(resources: Element[]): PackageFinding[] {
  const known = new Set(resources.map(({ attributes }) => attributes.identifier ?? ''))
  const needs = resources.map((resource) => [
    resource.attributes.identifier ?? '',
    elementsNamed(resource, 'dependency'),
  ]) satisfies unknown as [string, Element[]][]
  const unknown = needs.flatMap(([, needed]) =>
    needed.filter(({ attributes }) => !known.has(attributes.identifierref ?? '')),
  )
  const edges = needs.map(([from, needed]): [string, string[]] => [
    from,
    needed.map(({ attributes }) => attributes.identifierref ?? ''),
  ])
  return [
    ...unknown.map(({ attributes: { identifierref: identifier = '' }, line }) =>
      packageError('manifest.unknown-dependency', { identifier, line }),
    ),
    ...cycles(new Map(edges)).map((loop) =>
      packageWarning('manifest.circular-dependency', { loop: loop.join(' → ') }),
    ),
  ]
}
