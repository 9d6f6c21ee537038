import { adviceOn } from './advice.ts'
import {
  type PackageFinding,
  type PackageFindingCode,
  packageFindingParams,
} from './finding.ts'

export type Explained = {
  /** The file of the package that it is about; `null` for the whole. */
  place: string | null
  /** Of that file; `null` where it is about none. */
  line: number | null
  /** The rule of a standard that it breaks; `null` for one of ours. */
  rule: string | null
  /** What to do; `null` for what is no finding on a package. */
  advice: { fr: string; en: string } | null
}

type Said = { code: string; params?: PackageFinding['params'] }

/** Where a finding is, which rule it is about, and what to do. */
export function explainFinding({ code, params = {} }: Said): Explained {
  if (!isKnown(code)) return { place: null, line: null, rule: null, advice: null }
  return {
    place: placeOf(code, params),
    line: typeof params.line === 'number' ? params.line : null,
    rule: typeof params.rule === 'string' ? params.rule : ruleOf(code, params),
    advice: adviceOn[code],
  }
}

function isKnown(code: string): code is PackageFindingCode {
  return code in packageFindingParams
}

const manifests = { manifest: 'imsmanifest.xml', cmi5: 'cmi5.xml', tincan: 'tincan.xml' }

/** A line is one of the manifest, whichever file is missing. */
function placeOf(code: PackageFindingCode, { path, line }: PackageFinding['params']) {
  const manifest = manifests[code.split('.')[0] as keyof typeof manifests] ?? null
  if (typeof path !== 'string') return manifest
  const names = Object.values(manifests)
  return line === undefined || manifest === null || names.includes(path) ? path : manifest
}

function ruleOf(code: PackageFindingCode, { path }: PackageFinding['params']): string | null {
  if (code.startsWith('tincan.')) return 'Tin Can API, launch method'
  const known = rules[code] ?? null
  // What SCORM's manifest is told of by ADL's numbers, those of others are told of by their own.
  if (known?.startsWith('ADL') && code.startsWith('manifest.') && typeof path === 'string') {
    if (path === 'cmi5.xml') return 'cmi5 13.2.0.0-1'
    if (path === 'tincan.xml') return 'Tin Can API, launch method'
  }
  return known
}

/**
 * The checks of ADL's package test by their order, those of cmi5 by their ids.
 *
 * @see ADL, SCORM 2004 4th Edition Conformance Test Suite, package checks
 * @see @cmi5/requirements 1.0.0
 */
const rules: Partial<Record<PackageFindingCode, string>> = {
  'zip.repeated-file': 'IMS Content Packaging: Package Interchange File',
  'manifest.not-at-root': 'ADL 1; cmi5 14.1.0.0-2',
  'manifest.not-xml': 'ADL 2',
  'manifest.unknown-version': 'ADL 8',
  'manifest.missing-schema': 'ADL 5',
  'manifest.invalid': 'ADL 6',
  'manifest.missing-file': 'ADL 7',
  'manifest.repeated-identifier': 'ADL 8',
  'manifest.no-default-organization': 'ADL 8',
  'manifest.no-title': 'ADL 8',
  'manifest.unknown-resource': 'ADL 8',
  'manifest.no-scorm-type': 'ADL 8',
  'manifest.scorm-type-case': 'ADL 8',
  'manifest.no-sco': 'ADL 8',
  'manifest.no-launch-file': 'ADL 8',
  'manifest.launch-file-not-listed': 'ADL 8',
  'manifest.unlisted-file': 'ADL 9',
  'cmi5.invalid': 'cmi5 13.2.0.0-1',
  'cmi5.bad-id': 'cmi5 3.0.0.0-1',
  'cmi5.repeated-id': 'cmi5 13.1.2.0-1, 13.1.3.0-1, 13.1.4.0-1',
  'cmi5.no-move-on': 'cmi5 §13.1.4, moveOn',
  'cmi5.bad-url': 'cmi5 13.1.4.0-2',
  'cmi5.launch-name-in-url': 'cmi5 8.1.0.0-6',
  'cmi5.missing-file': 'cmi5 14.1.0.0-3',
  'zip.not-a-zip': 'PKWARE APPNOTE 4.3.16; cmi5 14.0.0.0-1',
  'zip.truncated': 'cmi5 14.1.0.0-1',
  'zip.backslash-name': 'PKWARE APPNOTE 4.4.17; cmi5 14.1.0.0-1',
  'package.name-differs': 'ADL 7; cmi5 14.1.0.0-3',
  'manifest.wrong-name': 'ADL 1; cmi5 13.2.0.0-1',
  'manifest.second': 'ADL 3',
  'manifest.wrong-encoding': 'XML 1.0 §4.3.3',
  'manifest.odd-encoding': 'XML 1.0 §4.3.3',
  'manifest.not-scorm': 'ADL 4',
  'manifest.no-version': 'SCORM 1.2 CAM, schemaversion',
  'manifest.wrong-root': 'ADL 4',
  'manifest.not-validated': 'ADL 6',
  'manifest.bad-identifier': 'ADL 8; XML Schema, type ID',
  'manifest.sub-manifest': 'ADL 3',
  'manifest.empty-item': 'ADL 8',
  'manifest.cluster-with-resource': 'ADL 8',
  'manifest.bad-scorm-type': 'ADL 8',
  'manifest.resource-type': 'ADL 8',
  'manifest.unknown-dependency': 'ADL 8',
  'manifest.outside-address': 'ADL 7',
  'manifest.base-without-slash': 'XML Base; ADL 7',
  'manifest.element-case': 'ADL 6',
  'manifest.field-without-sco': 'ADL 8',
  'manifest.bad-mastery-score': 'SCORM 1.2 CAM, adlcp:masteryscore',
  'manifest.bad-time-allowed': 'SCORM 1.2 CAM, adlcp:maxtimeallowed',
  'manifest.bad-time-limit-action': 'SCORM CAM, adlcp:timelimitaction',
  'manifest.bad-prerequisites': 'SCORM 1.2 CAM, adlcp:prerequisites',
  'manifest.unknown-prerequisite': 'SCORM 1.2 CAM, adlcp:prerequisites',
  'manifest.circular-prerequisites': 'SCORM 1.2 CAM, adlcp:prerequisites',
  'manifest.long-text': 'ADL 8',
  'cmi5.no-extension-schema': 'cmi5 13.1.5.0-1',
  'cmi5.relative-url': 'cmi5 14.2.0.0-1',
  'pdf.not-tagged': 'ISO 14289-1, §7.1',
  'pdf.no-title': 'ISO 14289-1, §7.1',
  'pdf.no-language': 'ISO 14289-1, §7.2',
}
