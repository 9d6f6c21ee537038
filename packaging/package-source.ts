import type { Readable } from 'node:stream'
import type { StoredDocument } from '#content-schema/document.ts'
import type { Alignment, ModuleFacts } from '#content-schema/module.ts'
import type { ReusedWork } from '#content-schema/reuse/work.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import type { EditionNumber } from '#content-schema/statements/activities.ts'
import type { Identity } from './identity/identity.ts'
import type { Publication } from './publication/publication.ts'

/** Packages that open the module in its bank, and hold it for when the bank is away. */
export const thinFormats = ['thin-12', 'thin-2004'] as const
export type ThinFormat = (typeof thinFormats)[number]
export const formats = [
  'scorm-12',
  'scorm-2004-3',
  'scorm-2004-4',
  'cmi5',
  'xapi',
  'web',
  ...thinFormats,
] as const
export type Format = (typeof formats)[number]

export function isThin(format: ExportFormat): format is ThinFormat {
  return thinFormats.some((thin) => thin === format)
}

/** Whether an LMS hears of the learner through a data model. */
export function isScorm(format: ExportFormat): boolean {
  return !isPaper(format) && playedAs(format).startsWith('scorm')
}

/** The format whose player and whose state a package has: an LMS takes both alike. */
export function playedAs(format: Format): Exclude<Format, ThinFormat> {
  if (format === 'thin-12') return 'scorm-12'
  return format === 'thin-2004' ? 'scorm-2004-4' : format
}

/** What is read on paper or without a player: one file each. */
export const paperFormats = ['print', 'pdf'] as const
export type PaperFormat = (typeof paperFormats)[number]
export const exportFormats = [...formats, ...paperFormats] as const
export type ExportFormat = (typeof exportFormats)[number]

export function isPaper(format: ExportFormat): format is PaperFormat {
  return paperFormats.some((paper) => paper === format)
}

/** The learner's version; or the tutor's guide, with answers, times and notes. */
export const readers = ['learner', 'tutor'] as const
export type Reader = (typeof readers)[number]

/** How a module goes out without an LMS: unzipped, as one page, or on a machine that everyone uses. */
export const webVariants = ['folder', 'single-file', 'kiosk'] as const
export type WebOptions = {
  variant: (typeof webVariants)[number]
  /** Of nobody touching it, after which a kiosk goes back to its beginning. */
  minutes: number
}
export const kioskMinutes = { least: 1, most: 60, usual: 3 }

/** All that a package is made from. The same source and settings give the same bytes. */
export type PackageSource = {
  moduleId: string
  facts: ModuleFacts
  /** Who publishes it, where that is known. */
  organisation?: string
  alignments: Alignment[]
  /** Without references: what it reuses stands in it. */
  document: StoredDocument
  /** Other modules that stand in it, or that it was made from; absent: none. */
  works?: ReusedWork[]
  /** Ids of the nodes that come by an optional row of a path; absent: none. */
  optional?: ReadonlySet<string>
  /** SHA-256 of the revision. */
  digest: string
  edition: EditionNumber
  /** Milliseconds since 1970: the date of every file in the zip. */
  publishedAt: number
  /** Those of which learners may still have work, the latest first. */
  earlier: Pick<PackageSource, 'digest' | 'document'>[]
  /** By SHA-256. */
  assets: Map<string, PackagedAsset>
}

export type PackagedAsset = {
  digest: string
  /** Found from the content, never from the name. */
  mediaType: string
  /** With its dot, lower case, ASCII: `.png`. */
  extension: string
  bytes: number
  /** Milliseconds; `null` or absent for what does not last. */
  duration?: number | null
  width: number | null
  height: number | null
  rights: RightsRecord
  open: () => Readable
  /**
   * What learners get of a picture instead of the file itself; absent for what goes as it is.
   *
   * @param region a part of it as `#content-schema/picture.ts` writes it, empty for the whole;
   *   `full` for the whole in its own width
   */
  picture?: (region: string) => Promise<Picture>
}

/** A picture in the widths that screens need. */
export type Picture = {
  /** Pixels of the part that is shown, before it was made smaller. */
  width: number
  height: number
  /** What every browser shows. */
  fallback: Rendition
  /** In one modern format, the narrowest first; none where there is nothing to choose. */
  sources: Rendition[]
}

/** A file made from a picture: without metadata, under the SHA-256 of its own bytes. */
export type Rendition = Pick<
  PackagedAsset,
  'digest' | 'mediaType' | 'extension' | 'bytes' | 'open'
> & { width: number; height: number }

/** What the person who exports decides. */
export type PackageSettings = {
  format: Format
  /** Said in the package's statements; part of its bytes. */
  packageId: string
  /** Language of the player's own words and of the credits. */
  language: 'fr' | 'en'
  iriBase: string
  publication: Publication
  /** How it looks and speaks; as ours when it is left out. Its logo is one of the source's files. */
  identity?: Identity
  /** Where statements go; `null` when the package sends none. */
  traces: { endpoint: string; key: string; secret: string } | null
  /** Of the stand-alone web alone: a folder when it is left out. */
  web?: WebOptions
  /**
   * Of thin packages alone: where the module is played from, with a slash at its end, and when that
   * ends, in milliseconds since 1970.
   */
  thin?: { address: string; endsAt: number | null }
  /** Whom to tell what keeps somebody out, for the accessibility statement: an address, or a sentence. */
  contact?: string
}

export type PaperSettings = {
  format: PaperFormat
  reader: Reader
  /** Language of the words around the module's own. */
  language: 'fr' | 'en'
}

/** What only some formats ask of whoever exports. */
export type Delivery = { reader?: Reader; web?: WebOptions; thin?: ThinLimits }

/** How long, and for how many learners, a thin package is played; `null` for no end, for any number. */
export type ThinLimits = {
  /** Last day, `YYYY-MM-DD`. */
  endsOn: string | null
  mostLearners: number | null
}
