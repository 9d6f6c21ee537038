import type { WebOptions } from '#packaging/package-source.ts'
import { addMedia } from '#packaging/pipeline/add-media.ts'
import { addPages } from '#packaging/pipeline/add-pages.ts'
import { addPlayer } from '#packaging/pipeline/add-player.ts'
import type { Step } from '#packaging/pipeline/parcel.ts'
import { addKioskPage } from './add-kiosk-page.ts'
import { addSinglePage } from './add-single-page.ts'

/** A folder that opens by itself, from a web server or from a USB key. */
const web: readonly Step[] = [addPages, addMedia, addPlayer]

/** One page, and nothing beside it. */
const singleFile: readonly Step[] = [addSinglePage]

/** A folder for a machine that everyone uses. */
const kiosk: readonly Step[] = [addKioskPage, addMedia, addPlayer]

export const webSteps: Record<WebOptions['variant'], readonly Step[]> = {
  folder: web,
  'single-file': singleFile,
  kiosk,
}
