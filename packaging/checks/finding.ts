/** Everything that {@link PackageFinding} may say, with the names that stand in its sentence. */
export const packageFindingParams = {
  'zip.unreadable': ['reason'],
  'zip.escaping-name': ['reason'],
  'zip.too-many-files': ['most'],
  'zip.too-large': ['most'],
  'zip.repeated-file': ['path'],
  'zip.encrypted-file': ['path'],
  'zip.link': ['path'],
  'zip.compression': ['path'],
  'zip.swelling-file': ['path'],
  'zip.unsafe-name': ['path'],
  'zip.refused-extension': ['path'],
  'package.unknown-format': [],
  'package.too-large-for-one-file': ['bytes', 'most'],
  'package.no-browser': [],
  'manifest.not-at-root': ['path'],
  'manifest.unreadable': ['path'],
  'manifest.not-xml': ['path', 'reason'],
  'manifest.unknown-version': ['version'],
  'manifest.invalid': ['reason'],
  'manifest.repeated-identifier': ['identifier'],
  'manifest.no-default-organization': ['identifier'],
  'manifest.no-title': ['identifier'],
  'manifest.unknown-resource': ['identifier'],
  'manifest.no-scorm-type': ['identifier'],
  'manifest.scorm-type-case': ['identifier'],
  'manifest.no-sco': [],
  'manifest.no-launch-file': ['identifier'],
  'manifest.missing-file': ['path'],
  'manifest.launch-file-not-listed': ['path'],
  'manifest.unlisted-file': ['path'],
  'manifest.missing-schema': ['path'],
  'tincan.not-tincan': [],
  'tincan.no-activity': [],
  'tincan.bad-activity-id': [],
  'tincan.bad-activity-type': [],
  'tincan.no-name': [],
  'tincan.launch-count': ['count'],
  'tincan.missing-file': ['path'],
  'cmi5.invalid': ['reason'],
  'cmi5.bad-id': ['id'],
  'cmi5.repeated-id': ['id'],
  'cmi5.unknown-objective': ['id'],
  'cmi5.no-move-on': ['id'],
  'cmi5.bad-url': ['url'],
  'cmi5.launch-name-in-url': ['name'],
  'cmi5.missing-file': ['path'],
  'page.unreadable': ['path'],
  'page.external-host': ['path', 'address'],
  'page.missing-file': ['path', 'address'],
  'page.inline-code': ['path'],
  'preset.format-not-taken': ['lms'],
  'preset.zip-too-large': ['lms', 'measured', 'most'],
  'preset.unpacked-too-large': ['lms', 'measured', 'most'],
  'preset.too-many-files': ['lms', 'measured', 'most'],
  'preset.suspend-data-too-large': ['lms', 'measured', 'most'],
  'preset.extension-refused': ['lms', 'path'],
  'pdf.unreadable': [],
  'pdf.not-tagged': [],
  'pdf.no-title': [],
  'pdf.no-language': [],
  'pdf.runs-code': [],
} as const

export type PackageFindingCode = keyof typeof packageFindingParams

/** Something an LMS or a learner would stumble over in a package; `code` names a sentence. */
export type PackageFinding = {
  code: PackageFindingCode
  /** `error`: it must not be handed out so. `warning`: some LMS may mind. */
  severity: 'error' | 'warning'
  params: Record<string, string | number>
}

export function packageError(
  code: PackageFindingCode,
  params: PackageFinding['params'] = {},
): PackageFinding {
  return { code, severity: 'error', params }
}

export function packageWarning(
  code: PackageFindingCode,
  params: PackageFinding['params'] = {},
): PackageFinding {
  return { code, severity: 'warning', params }
}
