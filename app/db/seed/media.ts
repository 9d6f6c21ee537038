import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { completeRights } from '#content-schema/rights-record.ts'
import { projectRoot } from '#packaging/project-root.ts'
import type { SampleAsset } from './sample-module.ts'

/** Where a file of this folder is. */
export function seedFile(name: string): string {
  return join(projectRoot, 'app/db/seed', name)
}

/** The SHA-256 of a file of `media`: what a document calls it by. */
export function asset(file: string): string {
  return createHash('sha256')
    .update(readFileSync(mediaPath(file)))
    .digest('hex')
}

/** A file of `media` with its rights: all of them were made for this bank. */
export function ownAsset(file: string, title: string): SampleAsset {
  return { path: mediaPath(file), rights: completeRights({ ...ownWork, title }) }
}

function mediaPath(file: string): string {
  return seedFile(`media/${file}`)
}

const ownWork = {
  authors: ['Les auteurs de Grainothèque'],
  licence: 'cc-by-4.0',
  basis: 'own-work' as const,
}
