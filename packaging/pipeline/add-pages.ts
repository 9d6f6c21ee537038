import { accessibilityPage } from '../render/accessibility/statement.ts'
import { creditsPage } from '../render/credits-page.ts'
import { modulePage } from '../render/module-page.ts'
import { type Parcel, withText } from './parcel.ts'
import { playerData } from './player-data.ts'

/**
 * Adds the module itself, in one page that reads without a script; who made its parts, and who can
 * use it.
 */
export function addPages(parcel: Parcel): Parcel {
  const page = modulePage(parcel, playerData(parcel))
  const withModule = withText(parcel, 'index.html', 'text/html', page)
  const withCredits = withText(withModule, 'credits.html', 'text/html', creditsPage(parcel))
  return withText(withCredits, 'accessibility.html', 'text/html', accessibilityPage(parcel))
}
