import type { RightsRecord } from '../rights-record.ts'

/** What checks need to know of a file that a document shows. */
export type AssetFacts = {
  digest: string
  mediaType: string
  /** What it adds to a package: of a picture, all its widths together. */
  bytes: number
  /** Whether that was measured; a picture that was never made is at most as heavy as its file. */
  measured: boolean
  /** Milliseconds; `null` for what does not last. */
  duration: number | null
  rights: RightsRecord
}

/** By digest; `null` for a file that is not in the bank, absent for one not asked about yet. */
export type KnownAssets = ReadonlyMap<string, AssetFacts | null>
