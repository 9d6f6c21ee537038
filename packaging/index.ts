import { readDocument } from '#content-schema/document.ts'
import { cmi5 } from './formats/cmi5/steps.ts'
import { scorm12 } from './formats/scorm-12/steps.ts'
import { scorm2004 } from './formats/scorm-2004/steps.ts'
import { thin } from './formats/thin/steps.ts'
import { webSteps } from './formats/web/steps.ts'
import { xapi } from './formats/xapi/steps.ts'
import { IdentityFields } from './identity/read-identity.ts'
import type {
  Delivery,
  ExportFormat,
  Format,
  PackageSettings,
  PackageSource,
  WebOptions,
} from './package-source.ts'
import { addScolomfr } from './pipeline/add-scolomfr.ts'
import type { Parcel, Step } from './pipeline/parcel.ts'
import { choosePictures } from './pipeline/pictures.ts'
import { shownFiles } from './pipeline/shown-files.ts'
import { writeWhole } from './pipeline/write-file.ts'
import { type WrittenZip, writeZip } from './pipeline/write-zip.ts'

export { checkFile } from './checks/check-file.ts'
export { checkForeign, checkForPreset, type ForeignCheck } from './checks/check-foreign.ts'
export { checkZip } from './checks/check-zip.ts'
export { explainFinding } from './checks/explain.ts'
export {
  type PackageFinding,
  type PackageFindingCode,
  packageFindingParams,
  packageWarning,
} from './checks/finding.ts'
export { metadata as lom } from './formats/scorm-2004/metadata.ts'
export { thinScript } from './formats/thin/bundle.ts'
export { thinWords } from './formats/thin/words.ts'
export { checkColours } from './identity/check-colours.ts'
export { type Identity, plainIdentity } from './identity/identity.ts'
export { IdentityFields } from './identity/read-identity.ts'
export { weighMedia } from './media-weight.ts'
export { buildPaper } from './paper/build-paper.ts'
export { findBrowser } from './paper/find-browser.ts'
export { pageBeside } from './paper/paper-page.ts'
export { writePdf } from './paper/write-pdf.ts'
export { type Described, scolomfr } from './pipeline/add-scolomfr.ts'
export { dublinCore } from './pipeline/dublin-core.ts'
export { extractZip } from './pipeline/extract-zip.ts'
export { keepsPlaces, questionsToRedo } from './pipeline/player-data.ts'
export { Refused } from './pipeline/refused.ts'
export { buildProbe, probeFileName } from './probe/build-probe.ts'
export { type ProbeFormat, probeFormats } from './probe/probe-formats.ts'
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
export { type Xml, x, xmlDocument } from './xml/xml.ts'
export { type WrittenZip, writeZip }

const steps: Record<Exclude<Format, 'web'>, readonly Step[]> = {
  'scorm-12': scorm12,
  'scorm-2004-3': scorm2004('scorm-2004-3'),
  'scorm-2004-4': scorm2004('scorm-2004-4'),
  cmi5,
  xapi,
  'thin-12': thin('thin-12'),
  'thin-2004': thin('thin-2004'),
}

/**
 * Makes a package and writes it to `out`; nothing stands there until it is whole. The same source
 * and settings give the same bytes. It is not checked: that is {@link checkZip}'s work.
 *
 * @param onProgress bytes put in so far and in all, before compression
 * @param signal stops it between two pieces; nothing of it is then left
 * @throws DocumentError when the document cannot be read
 * @throws RangeError when a text or a file name cannot be written, or the state is too large
 * @throws Error when a file of the source is missing, cannot be read or has another size
 */
export async function buildPackage(
  source: PackageSource,
  asked: PackageSettings,
  out: string,
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<WrittenZip> {
  const settings = sound(asked)
  const doc = readDocument(source.document)
  const pictures = await choosePictures(source, doc, {
    uses: shownFiles(doc, settings),
    signal,
  })
  let parcel = addScolomfr({
    source: named(source, settings),
    settings: forgetful(settings),
    doc,
    pictures,
    files: new Map(),
  })
  for (const step of stepsOf(settings)) {
    signal?.throwIfAborted()
    parcel = await step(parcel)
  }
  signal?.throwIfAborted()
  if (isSingleFile(settings)) return writeOnly(parcel, out)
  return writeZip(parcel, out, { onProgress, signal })
}

function stepsOf({ format, web }: PackageSettings): readonly Step[] {
  return format === 'web' ? webSteps[web?.variant ?? 'folder'] : steps[format]
}

function isSingleFile({ format, web }: PackageSettings): boolean {
  return format === 'web' && web?.variant === 'single-file'
}

/** Whoever kept an identity, what goes into a style sheet is read again. */
function sound(settings: PackageSettings): PackageSettings {
  const { identity } = settings
  return identity ? { ...settings, identity: IdentityFields.parse(identity) } : settings
}

/** A parcel of one file goes out as that file. */
async function writeOnly({ files }: Parcel, out: string): Promise<WrittenZip> {
  const [page] = files.values()
  return { ...(await writeWhole(out, page?.content as string)), files: files.size }
}

/** Whoever comes next must not be taken for the one before: a kiosk tells nobody of anyone. */
function forgetful(settings: PackageSettings): PackageSettings {
  return settings.web?.variant === 'kiosk' ? { ...settings, traces: null } : settings
}

function named(source: PackageSource, { publication }: PackageSettings): PackageSource {
  const { facts } = source
  return { ...source, facts: { ...facts, title: publication.title || facts.title } }
}

const suffixes: Record<Format, string> = {
  'scorm-12': 'scorm12',
  'scorm-2004-3': 'scorm2004-3',
  'scorm-2004-4': 'scorm2004',
  cmi5: 'cmi5',
  xapi: 'xapi',
  web: 'web',
  'thin-12': 'thin12',
  'thin-2004': 'thin2004',
}

const endings: Record<WebOptions['variant'], string> = {
  folder: 'web.zip',
  'single-file': 'web.html',
  kiosk: 'kiosk.zip',
}

/** The name to download a package under, for example `risque-electrique-1.2-scorm12.zip`. */
export function fileName(
  { facts, edition }: Pick<PackageSource, 'facts' | 'edition'>,
  format: ExportFormat,
  delivery: Delivery = {},
): string {
  const code = facts.code.replace(/[^A-Za-z0-9-]/g, '-')
  return `${code}-${edition.major}.${edition.minor}-${ending(format, delivery)}`
}

function ending(format: ExportFormat, { reader = 'learner', web }: Delivery): string {
  if (format === 'print') return `${reader}.html`
  if (format === 'pdf') return `${reader}.pdf`
  if (format === 'web') return endings[web?.variant ?? 'folder']
  return `${suffixes[format]}.zip`
}
