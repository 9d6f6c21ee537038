import { addMedia } from '#packaging/pipeline/add-media.ts'
import { addPages } from '#packaging/pipeline/add-pages.ts'
import { addPlayer } from '#packaging/pipeline/add-player.ts'
import type { Step } from '#packaging/pipeline/parcel.ts'
import { writeCourseStructure } from './write-course-structure.ts'

export const cmi5: readonly Step[] = [addPages, addMedia, addPlayer, writeCourseStructure]
