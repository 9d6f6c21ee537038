import { elementsOf, within } from '#content-schema/elements.ts'
import { bundlePlayer } from '../player/bundle.ts'
import { type Parcel, withText } from './parcel.ts'
import { sendsByItself } from './player-data.ts'

/** Adds the player of the format, with what sends statements only where some are sent. */
export async function addPlayer(parcel: Parcel): Promise<Parcel> {
  const { format, traces } = parcel.settings
  const { script, styles } = await bundlePlayer({
    format,
    traces: traces !== null || sendsByItself(format),
    kiosk: parcel.settings.web?.variant === 'kiosk',
    elements: elementsOf(parcel.doc).flatMap(({ node }) =>
      within(node).map(({ type }) => type.name),
    ),
  })
  const withScript = withText(parcel, 'player/player.js', 'text/javascript', script)
  return withText(withScript, 'player/player.css', 'text/css', styles)
}
