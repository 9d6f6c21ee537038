import { addMedia } from '../../pipeline/add-media.ts'
import { addPages } from '../../pipeline/add-pages.ts'
import { addPlayer } from '../../pipeline/add-player.ts'
import type { Step } from '../../pipeline/parcel.ts'
import { writeTincan } from './write-tincan.ts'

export const xapi: readonly Step[] = [addPages, addMedia, addPlayer, writeTincan]
