import { addMedia } from '#packaging/pipeline/add-media.ts'
import { addPages } from '#packaging/pipeline/add-pages.ts'
import { addPlayer } from '#packaging/pipeline/add-player.ts'
import { checkSuspendData } from '#packaging/pipeline/check-suspend-data.ts'
import type { Step } from '#packaging/pipeline/parcel.ts'
import { addControlDocuments } from './add-control-documents.ts'
import { limits } from './limits.ts'
import { writeManifest } from './write-manifest.ts'

export const scorm2004: readonly Step[] = [
  checkSuspendData(limits.suspendData),
  addPages,
  addMedia,
  addPlayer,
  addControlDocuments,
  writeManifest,
]
