import { addMedia } from '../../pipeline/add-media.ts'
import { addPages } from '../../pipeline/add-pages.ts'
import { addPlayer } from '../../pipeline/add-player.ts'
import type { Step } from '../../pipeline/parcel.ts'

/** A folder that opens by itself, from a web server or from a USB key. */
export const web: readonly Step[] = [addPages, addMedia, addPlayer]
