import { elementsOf, within } from '#content-schema/elements.ts'
import { stylesOf } from '../identity/styles-of.ts'
import { bundlePlayer } from '../player/bundle.ts'
import { type Parcel, withText } from './parcel.ts'
import { sendsByItself } from './player-data.ts'
import { takesRemarks } from './takes-remarks.ts'

/** Adds the player of the format, with what sends statements only where some are sent. */
export async function addPlayer(parcel: Parcel): Promise<Parcel> {
  const { format, traces, identity } = parcel.settings
  const { opening, script, styles } = await bundlePlayer({
    format,
    traces: traces !== null || sendsByItself(format),
    remarks: takesRemarks(parcel.settings),
    kiosk: parcel.settings.web?.variant === 'kiosk',
    elements: elementsOf(parcel.doc).flatMap(({ node }) =>
      within(node).map(({ type }) => type.name),
    ),
  })
  const add = (to: Parcel, path: string, text: string) =>
    withText(to, path, 'text/javascript', text)
  const opened = opening === null ? parcel : add(parcel, 'player/begin.js', opening)
  const withScript = add(opened, 'player/player.js', script)
  const own = identity ? stylesOf(identity.theme) : ''
  return withText(withScript, 'player/player.css', 'text/css', styles + own)
}
