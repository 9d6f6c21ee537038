import { type Parcel, withText } from '#packaging/pipeline/parcel.ts'
import { playerData } from '#packaging/pipeline/player-data.ts'
import { wordsByLanguage } from '#packaging/player/i18n/words.ts'
import { modulePage } from '#packaging/render/module-page.ts'
import { closePage } from './close-page.ts'

/** Adds the module for a machine that everyone uses: credits stand in its page, and no link leads out. */
export function addKioskPage(parcel: Parcel): Parcel {
  const { newWindow } = wordsByLanguage[parcel.settings.language].page
  const page = modulePage(parcel, playerData(parcel), { together: true })
  return withText(parcel, 'index.html', 'text/html', closePage(page, newWindow))
}
