import { limits as limits12 } from '#packaging/formats/scorm-12/limits.ts'
import { writeManifest as write12 } from '#packaging/formats/scorm-12/write-manifest.ts'
import { addControlDocuments } from '#packaging/formats/scorm-2004/add-control-documents.ts'
import { limits as limits2004 } from '#packaging/formats/scorm-2004/limits.ts'
import { writeManifest as write2004 } from '#packaging/formats/scorm-2004/write-manifest.ts'
import { playedAs, type ThinFormat } from '#packaging/package-source.ts'
import { addMedia } from '#packaging/pipeline/add-media.ts'
import { addPages } from '#packaging/pipeline/add-pages.ts'
import { addPlayer } from '#packaging/pipeline/add-player.ts'
import { checkSuspendData } from '#packaging/pipeline/check-suspend-data.ts'
import { type Parcel, type Step, withFile, withText } from '#packaging/pipeline/parcel.ts'
import { thinScript } from './bundle.ts'
import { launcherPage, launcherStyles } from './launcher-page.ts'

/** A page that opens the module in its bank, and the module beside it for when the bank is away. */
export function thin(format: ThinFormat): readonly Step[] {
  const in12 = format === 'thin-12'
  return [
    checkSuspendData(in12 ? limits12.suspendData : limits2004.suspendData),
    addFallback,
    addLauncher,
    ...(in12 ? [write12] : [addControlDocuments('scorm-2004-4'), write2004('scorm-2004-4')]),
  ]
}

/** The very files of the ordinary package, in a folder. */
async function addFallback(parcel: Parcel): Promise<Parcel> {
  const format = playedAs(parcel.settings.format)
  const settings = { ...parcel.settings, format }
  let whole: Parcel = { ...parcel, settings, files: new Map() }
  for (const step of [addPages, addMedia, addPlayer]) whole = await step(whole)
  return [...whole.files].reduce(
    (all, [path, file]) => withFile(all, `fallback/${path}`, file),
    parcel,
  )
}

async function addLauncher(parcel: Parcel): Promise<Parcel> {
  const { source, settings } = parcel
  if (!settings.thin) throw new RangeError('a thin package needs to know where its bank is')
  const { address, endsAt } = settings.thin
  const page = launcherPage(parcel, {
    standard: settings.format === 'thin-12' ? 'scorm-12' : 'scorm-2004',
    ...{ address, endsAt },
    known: [source, ...source.earlier].map(({ digest }) => digest.slice(0, 8)),
  })
  const withPage = withText(parcel, 'index.html', 'text/html', page)
  const withStyles = withText(withPage, 'launch.css', 'text/css', launcherStyles)
  return withText(withStyles, 'launch.js', 'text/javascript', await thinScript('launch'))
}
