import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import type { Instance } from '#app/db/instance.server.ts'
import { thinPackages } from '#app/db/schema/bank/index.ts'
import { createCredential } from '#app/lrs/credentials.server.ts'
import { editionSource, withLogo } from '#app/services/exports/package-source.server.ts'
import { type Edition, findRevision } from '#app/services/modules/find-module.server.ts'
import { playedFolder } from '#app/services/play/played-folder.ts'
import { readDocument } from '#content-schema/document.ts'
import { newId } from '#content-schema/identity.ts'
import {
  buildPackage,
  extractZip,
  keepsPlaces,
  standardPublication,
  thinScript,
} from '#packaging/index.ts'
import {
  type Format,
  type PackageSettings,
  type PackageSource,
  playedAs,
} from '#packaging/package-source.ts'
import { documentOf, editionsPlayed, numberOf } from './editions-played.server.ts'
import type { Thin } from './thin-packages.server.ts'

/** Milliseconds that somebody waits for a new edition; after that they get the one before. */
const moment = 1500

/** How exactly the last opening is known, in milliseconds: not every learner is worth a write. */
const hour = 3_600_000

/** What is being made, by folder: never twice at once. */
const making = new Map<string, Promise<void>>()

/**
 * Has ready what a thin package plays now.
 *
 * @returns the edition, `major.minor`, whose files stand in {@link thinFolder}
 */
export async function openThin(instance: Instance, thin: Thin, now: Date): Promise<string> {
  const { bank } = instance
  const played = editionsPlayed(bank, thin.edition)
  const latest = played.at(-1)!
  const before = played.find(({ id }) => id === thin.thin.servedEditionId)
  const edition = (await isMade(instance, thin, played, before)) ? latest : before!
  const { packageId, lastOpenedAt } = thin.thin
  const seen = lastOpenedAt !== null && now.getTime() - lastOpenedAt < hour
  if (edition.id !== before?.id || !seen) {
    const set = { servedEditionId: edition.id, lastOpenedAt: now.getTime() }
    bank.update(thinPackages).set(set).where(eq(thinPackages.packageId, packageId)).run()
  }
  await utimes(thinFolder(instance, thin, numberOf(edition)), now, now)
  return numberOf(edition)
}

/** Where the files of an edition stand once they are made; a sweep may take them, they are made again. */
export function thinFolder({ settings }: Instance, { row }: Thin, edition: string): string {
  return playedFolder(settings.dataDir, `thin-${row.id}-${edition}`)
}

/** Only what was played last may stand in for it: learners may have work in nothing later. */
async function isMade(
  instance: Instance,
  thin: Thin,
  played: Edition[],
  before: Edition | undefined,
): Promise<boolean> {
  const folder = thinFolder(instance, thin, numberOf(played.at(-1)!))
  if (existsSync(folder)) return true
  const made = makeOnce(instance, thin, played, folder)
  if (!before || !existsSync(thinFolder(instance, thin, numberOf(before)))) {
    await made
    return true
  }
  const failed = (error: unknown) => {
    console.error(`a new edition of ${thin.row.id} could not be made`, error)
    return false
  }
  return Promise.race([made.then(() => true, failed), setTimeout(moment, false)])
}

function makeOnce(
  instance: Instance,
  thin: Thin,
  played: Edition[],
  folder: string,
): Promise<void> {
  const known = making.get(folder)
  if (known) return known
  const made = make(instance, thin, played, folder).finally(() => making.delete(folder))
  making.set(folder, made)
  return made
}

/** The ordinary package, unpacked, with the relay where its player stood. */
async function make(
  instance: Instance,
  thin: Thin,
  played: Edition[],
  folder: string,
): Promise<void> {
  const arriving = join(instance.settings.dataDir, 'arriving')
  const zip = join(arriving, newId())
  const unfinished = `${folder}.${newId()}.unfinished`
  await mkdir(arriving, { recursive: true })
  try {
    const source = sourceOf(instance, thin, played)
    await buildPackage(source, settingsOf(instance, thin, source), zip)
    await extractZip(zip, unfinished)
    await addRelay(unfinished, thin, stateName(instance, thin, played))
    await rename(unfinished, folder)
  } finally {
    await rm(zip, { force: true })
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** Learners may come from any edition that was played, and from those that the one inside takes over. */
function sourceOf({ bank, settings }: Instance, thin: Thin, played: Edition[]): PackageSource {
  const store = { bank, dataDir: settings.dataDir }
  const source = (edition: Edition) => editionSource(store, edition, thin.organisationId)
  const [latest, ...before] = [...played].reverse()
  const earlier = before.map(({ revisionId }) => findRevision(bank, revisionId))
  const whole = { ...source(latest!), earlier: [...earlier, ...source(thin.edition).earlier] }
  return withLogo(store, whole, thin.row, thin.organisationId)
}

function settingsOf(
  instance: Instance,
  { row, organisationId }: Thin,
  source: PackageSource,
): PackageSettings {
  const { bank, iriBase, settings } = instance
  const { id: packageId, language, publication, identity } = row
  const credential = () =>
    createCredential(bank, { organisationId, scope: 'add', packageId, now: new Date() })
  return {
    ...{ packageId, language, iriBase },
    format: playedAs(row.format as Format),
    publication: publication ?? standardPublication(readDocument(source.document)),
    ...(identity && { identity }),
    traces: row.traces ? { endpoint: `${settings.publicUrl}/xapi`, ...credential() } : null,
  }
}

/** Under which digest states are kept: that of the edition inside, where it can go on with them. */
function stateName({ bank }: Instance, { edition }: Thin, played: Edition[]): string {
  const [inside, latest] = [edition, played.at(-1)!].map((each) => documentOf(bank, each))
  const { digest } = findRevision(bank, edition.revisionId)
  return keepsPlaces(inside!, latest!) ? digest.slice(0, 8) : ''
}

const playerScript = /<script src="(player\/[\w-]+\.js)"[^>]*><\/script>/g

/** Hidden until the launcher has said for whom it is: opened alone, it shows nothing. */
async function addRelay(folder: string, { row }: Thin, state: string): Promise<void> {
  const page = join(folder, 'index.html')
  const html = await readFile(page, 'utf8')
  const scripts = [...html.matchAll(playerScript)].map(([, path]) => path)
  if (scripts.length === 0) throw new Error('the page has no player to stand in for')
  const standard = row.format === 'thin-12' ? 'scorm-12' : 'scorm-2004'
  const told = `data-standard="${standard}" data-state="${state}" data-scripts="${scripts.join(' ')}"`
  const relay = `<script src="relay.js" defer ${told}></script>`
  await writeFile(join(folder, 'relay.js'), await thinScript('relay'))
  const relayed = html.replace(playerScript, '').replace('</head>', `${relay}</head>`)
  await writeFile(page, relayed.replace('<html ', '<html hidden '))
}
