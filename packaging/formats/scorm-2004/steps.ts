import { addMedia } from '#packaging/pipeline/add-media.ts'
import { addPages } from '#packaging/pipeline/add-pages.ts'
import { addPlayer } from '#packaging/pipeline/add-player.ts'
import { checkSuspendData } from '#packaging/pipeline/check-suspend-data.ts'
import type { Step } from '#packaging/pipeline/parcel.ts'
import { addControlDocuments } from './add-control-documents.ts'
import { addMetadata } from './add-metadata.ts'
import { type Edition, hasMetadataInside } from './edition.ts'
import { limits } from './limits.ts'
import { writeManifest } from './write-manifest.ts'

export function scorm2004(edition: Edition): readonly Step[] {
  return [
    checkSuspendData(limits.suspendData),
    addPages,
    addMedia,
    addPlayer,
    ...(hasMetadataInside[edition] ? [] : [addMetadata]),
    addControlDocuments(edition),
    writeManifest(edition),
  ]
}
