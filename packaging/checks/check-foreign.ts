import { stat } from 'node:fs/promises'
import type { Format } from '../package-source.ts'
import { checkPreset } from '../publication/check-preset.ts'
import { measurePackage } from '../publication/measure-package.ts'
import type { Preset } from '../publication/preset.ts'
import { checkFile } from './check-file.ts'
import { formatOf } from './check-zip.ts'
import type { PackageFinding } from './finding.ts'
import { readZip } from './read-zip.ts'

export type ForeignCheck = {
  /** What it says it is; `null` when it cannot be told. */
  format: Format | null
  /** Of the zip. */
  bytes: number
  findings: PackageFinding[]
}

/** Checks a package of whatever program, and what one LMS would mind of it when one is named. */
export async function checkForeign(path: string, preset: Preset | null): Promise<ForeignCheck> {
  const { size: bytes } = await stat(path)
  const findings = fewer((await checkFile(path)).map(minded))
  const format = await formatOf(path)
  const ofPreset = preset ? await checkForPreset(path, preset) : []
  return { format, bytes, findings: [...findings, ...ofPreset] }
}

/** What one LMS would mind of a package; nothing is said of what cannot be unpacked. */
export async function checkForPreset(path: string, preset: Preset): Promise<PackageFinding[]> {
  const zip = await readZip(path)
  if ('code' in zip) return []
  zip.close()
  const { size: bytes } = await stat(path)
  const format = await formatOf(path)
  return checkPreset(preset, await measurePackage(path, { format, bytes, document: null }))
}

/** What we never do ourselves, and an LMS does not look for. */
function minded(finding: PackageFinding): PackageFinding {
  return finding.code === 'page.external-host' ? { ...finding, severity: 'warning' } : finding
}

/** Of one kind, as many as a person reads. */
const mostOfOneKind = 20

/** A package with fifty thousand faults of one kind is told of the first, and of how many more. */
function fewer(findings: PackageFinding[]): PackageFinding[] {
  const codes = [...new Set(findings.map(({ code }) => code))]
  return codes.flatMap((said) => {
    const alike = findings.filter(({ code }) => code === said)
    const count = alike.length - mostOfOneKind
    if (count <= 0) return alike
    const more = { code: 'package.more-findings', params: { count, said } } as const
    return [...alike.slice(0, mostOfOneKind), { severity: alike[0]!.severity, ...more }]
  })
}
