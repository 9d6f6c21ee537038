import { elementsOf, within } from '#content-schema/elements.ts'
import { stylesOf } from '#packaging/identity/styles-of.ts'
import { dataAddresses, refuseAbove } from '#packaging/pipeline/data-addresses.ts'
import { mediaPath } from '#packaging/pipeline/media-path.ts'
import { type Parcel, withText } from '#packaging/pipeline/parcel.ts'
import { playerData } from '#packaging/pipeline/player-data.ts'
import { shownFiles } from '#packaging/pipeline/shown-files.ts'
import { takesRemarks } from '#packaging/pipeline/takes-remarks.ts'
import { bundlePlayer } from '#packaging/player/bundle.ts'
import { modulePage } from '#packaging/render/module-page.ts'

/** Beyond, a mail does not carry it, and a telephone takes its time to open it. */
const mostBytes = 20_000_000

/**
 * Adds the module as a page that holds all of it: player, pictures, films, credits.
 *
 * @throws Refused `package.too-large-for-one-file`
 */
export async function addSinglePage(parcel: Parcel): Promise<Parcel> {
  const { doc, settings } = parcel
  const addresses = await dataAddresses(parcel, shownFiles(doc, settings), mostBytes)
  const inside = await bundlePlayer({
    format: 'web',
    traces: settings.traces !== null,
    remarks: takesRemarks(settings),
    elements: elementsOf(doc).flatMap(({ node }) => within(node).map(({ type }) => type.name)),
  })
  const styles = inside.styles + (settings.identity ? stylesOf(settings.identity.theme) : '')
  const html = modulePage(parcel, playerData(parcel), {
    addresses: { of: (file) => addresses.get(mediaPath(file)) ?? '', widths: false },
    inside: { ...inside, styles, statements: originOf(parcel) },
    together: true,
  })
  refuseAbove(mostBytes, Buffer.byteLength(html))
  return withText({ ...parcel, files: new Map() }, 'index.html', 'text/html', html)
}

function originOf({ settings }: Parcel): string | null {
  return settings.traces && new URL(settings.traces.endpoint).origin
}
