import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import type { SampleAsset } from './sample-module.ts'

/** Where a file of this folder is, from the sources and from the built server alike. */
export function seedFile(name: string): string {
  const built = import.meta.url.includes('/build/server/')
  const folder = built ? '../../app/db/seed/' : './'
  return fileURLToPath(new URL(`${folder}${name}`, import.meta.url))
}

/** The SHA-256 of a file of `media`: what a document calls it by. */
export function asset(file: string): string {
  return createHash('sha256')
    .update(readFileSync(mediaPath(file)))
    .digest('hex')
}

/** A file of `media` with its rights: all of them were made for this bank. */
export function ownAsset(file: string, title: string): SampleAsset {
  return { path: mediaPath(file), rights: { ...ownWork, title } }
}

function mediaPath(file: string): string {
  return seedFile(`media/${file}`)
}

const ownWork: Omit<RightsRecord, 'title'> = {
  authors: ['Les auteurs de Grainothèque'],
  source: '',
  licence: 'cc-by-4.0',
  changes: '',
  people: 'nobody',
  until: null,
}
