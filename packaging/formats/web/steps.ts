import { addMedia } from '#packaging/pipeline/add-media.ts'
import { addPages } from '#packaging/pipeline/add-pages.ts'
import { addPlayer } from '#packaging/pipeline/add-player.ts'
import type { Step } from '#packaging/pipeline/parcel.ts'

/** A folder that opens by itself, from a web server or from a USB key. */
export const web: readonly Step[] = [addPages, addMedia, addPlayer]
