import { readDocument } from '#content-schema/document.ts'
import { cmi5 } from './formats/cmi5/steps.ts'
import { scorm12 } from './formats/scorm-12/steps.ts'
import { scorm2004 } from './formats/scorm-2004/steps.ts'
import { web } from './formats/web/steps.ts'
import { xapi } from './formats/xapi/steps.ts'
import type { Format, PackageSettings, PackageSource } from './package-source.ts'
import { addScolomfr } from './pipeline/add-scolomfr.ts'
import type { Step } from './pipeline/parcel.ts'
import { choosePictures } from './pipeline/pictures.ts'
import { type WrittenZip, writeZip } from './pipeline/write-zip.ts'

export { checkFile } from './checks/check-file.ts'
export { checkZip } from './checks/check-zip.ts'
export {
  type PackageFinding,
  type PackageFindingCode,
  packageFindingParams,
} from './checks/finding.ts'
export { weighMedia } from './media-weight.ts'
export { buildPaper } from './paper/build-paper.ts'
export { findBrowser } from './paper/find-browser.ts'
export { extractZip } from './pipeline/extract-zip.ts'
export { Refused } from './pipeline/refused.ts'
export { checkPreset } from './publication/check-preset.ts'
export { applicable, type Has, standardPublication, whatHas } from './publication/for-module.ts'
export { measurePackage } from './publication/measure-package.ts'
export type { Preset } from './publication/preset.ts'
export { presetOf, presets } from './publication/presets/index.ts'
export {
  completions,
  navigations,
  type Publication,
  resumes,
  successes,
} from './publication/publication.ts'
export { PublicationFields } from './publication/read-publication.ts'
export { statusFields, statusOf, statusPairs } from './publication/status.ts'
export type { RenderOptions } from './render/render-module.ts'
export { renderModule } from './render/render-module.ts'
export {
  suspendDataBudget,
  suspendDataCosts,
  suspendDataFindings,
} from './suspend-data-budget.ts'

const steps: Record<Format, readonly Step[]> = {
  'scorm-12': scorm12,
  'scorm-2004-4': scorm2004,
  cmi5,
  xapi,
  web,
}

/**
 * Makes a package and writes it to `out`; nothing stands there until it is whole. The same source
 * and settings give the same bytes. It is not checked: that is {@link checkZip}'s work.
 *
 * @param onProgress bytes put in so far and in all, before compression
 * @throws DocumentError when the document cannot be read
 * @throws RangeError when a text or a file name cannot be written, or the state is too large
 * @throws Error when a file of the source is missing, cannot be read or has another size
 */
export async function buildPackage(
  source: PackageSource,
  settings: PackageSettings,
  out: string,
  onProgress?: (done: number, total: number) => void,
): Promise<WrittenZip> {
  const doc = readDocument(source.document)
  const pictures = await choosePictures(source, doc)
  let parcel = addScolomfr({
    source: named(source, settings),
    settings,
    doc,
    pictures,
    files: new Map(),
  })
  for (const step of steps[settings.format]) parcel = await step(parcel)
  return writeZip(parcel, out, { onProgress })
}

function named(source: PackageSource, { publication }: PackageSettings): PackageSource {
  const { facts } = source
  return { ...source, facts: { ...facts, title: publication.title || facts.title } }
}

const suffixes: Record<Format, string> = {
  'scorm-12': 'scorm12',
  'scorm-2004-4': 'scorm2004',
  cmi5: 'cmi5',
  xapi: 'xapi',
  web: 'web',
}

/** The name to download a package under, for example `risque-electrique-1.2-scorm12.zip`. */
export function fileName(
  { facts, edition }: Pick<PackageSource, 'facts' | 'edition'>,
  format: Format,
): string {
  const code = facts.code.replace(/[^A-Za-z0-9-]/g, '-')
  return `${code}-${edition.major}.${edition.minor}-${suffixes[format]}.zip`
}
