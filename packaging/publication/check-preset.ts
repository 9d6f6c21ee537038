import {
  type PackageFinding,
  type PackageFindingCode,
  packageWarning,
} from '../checks/finding.ts'
import { type Format, playedAs } from '../package-source.ts'
import type { Preset } from './preset.ts'
import { stateLimit } from './state-limit.ts'

/** A finished package, as far as an LMS may mind it. */
export type MeasuredPackage = {
  /** `null` when nobody can tell what it is: it is then not held against it. */
  format: Format | null
  /** Of the zip. */
  bytes: number
  files: number
  /** Bytes once unpacked. */
  unpacked: number
  /** Paths of all its files. */
  names: readonly string[]
  /** SCOs of a SCORM package; `null` for any other. */
  scos: number | null
  /** The longest state that its module may have kept; `null` for a package of another program. */
  suspendDataCharacters: number | null
}

/**
 * What the LMS it is meant for would stumble over. Warnings only: the package is sound, and who
 * runs an LMS can raise most of its limits.
 */
export function checkPreset(preset: Preset, measured: MeasuredPackage): PackageFinding[] {
  return [
    ...formatFindings(preset, measured),
    ...sizeFindings(preset, measured),
    ...stateFindings(preset, measured),
    ...extensionFindings(preset, measured),
    ...scoFindings(preset, measured),
  ]
}

function formatFindings({ name, formats }: Preset, { format }: MeasuredPackage) {
  return format === null || formats.includes(playedAs(format))
    ? []
    : [packageWarning('preset.format-not-taken', { lms: name })]
}

function sizeFindings({ name, limits }: Preset, { bytes, unpacked, files }: MeasuredPackage) {
  return [
    ...above('preset.zip-too-large', megabytes(bytes), megabytes(limits.zip), name),
    ...above(
      'preset.unpacked-too-large',
      megabytes(unpacked),
      megabytes(limits.unpacked),
      name,
    ),
    ...above('preset.too-many-files', files, limits.files, name),
  ]
}

function stateFindings(preset: Preset, { format, suspendDataCharacters }: MeasuredPackage) {
  if (format === null || suspendDataCharacters === null) return []
  const most = stateLimit(format, preset) ?? undefined
  return above('preset.suspend-data-too-large', suspendDataCharacters, most, preset.name)
}

/** One finding an ending: a package with a hundred such files is told once. */
function extensionFindings({ name, limits }: Preset, { names }: MeasuredPackage) {
  return (limits.extensions ?? []).flatMap((extension) => {
    const path = names.find((each) => each.toLowerCase().endsWith(`.${extension}`))
    return path ? [packageWarning('preset.extension-refused', { lms: name, path })] : []
  })
}

function scoFindings({ name, limits }: Preset, { format, scos }: MeasuredPackage) {
  return format === 'scorm-12'
    ? above('preset.too-many-scos', scos ?? undefined, limits.scosIn12, name)
    : []
}

function above(
  code: PackageFindingCode,
  measured: number | undefined,
  most: number | undefined,
  lms: string,
): PackageFinding[] {
  if (measured === undefined || most === undefined || measured <= most) return []
  return [packageWarning(code, { lms, measured: Math.ceil(measured), most })]
}

function megabytes(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : bytes / 1_000_000
}
