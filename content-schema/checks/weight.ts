import type { Node } from 'prosemirror-model'
import { assetUses } from '../elements.ts'
import type { Finding } from '../finding.ts'
import type { KnownAssets } from './asset-facts.ts'

const megabyte = 1_000_000

/**
 * Above the first, packages meet slow or broken uploads; above the second, no upload at all.
 *
 * @see UniServity, What is SCORM: files much in excess of 100 MB may encounter problems
 * @see help.docebo.com 360020128479: 1,024 MB; Rise Up: 1 GB
 */
export const weightLimits = { soft: 100 * megabyte, hard: 1000 * megabyte }

/** A file that takes this share of what a package may weigh is named. */
const heavyShare = 0.25

/** What the files of a document add to a package. */
export type Weight = {
  bytes: number
  /** Whether all of it was measured; otherwise it is at most that. */
  measured: boolean
  /** How many files. */
  files: number
  /** Largest first: where each is shown first. */
  heaviest: { nodeId: string; title: string; bytes: number }[]
}

export function weightOf(doc: Node, assets: KnownAssets): Weight {
  const shown = new Map(
    assetUses(doc)
      .reverse()
      .flatMap(({ digest, nodeId }) => {
        const asset = assets.get(digest)
        return asset ? [[digest, { nodeId, ...asset }]] : []
      }),
  )
  const files = [...shown.values()].sort((a, b) => b.bytes - a.bytes)
  return {
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    measured: files.every(({ measured }) => measured),
    files: files.length,
    heaviest: files.slice(0, 3).map(({ nodeId, rights, bytes }) => {
      return { nodeId, title: rights.title, bytes }
    }),
  }
}

/** A package too heavy to be sent to an LMS, and the files that make it so. */
export function weightFindings({ bytes, heaviest }: Weight): Finding[] {
  const { soft, hard } = weightLimits
  if (bytes <= soft) return []
  const code = bytes > hard ? 'weight.over-limit' : 'weight.heavy'
  const params = {
    megabytes: inMegabytes(bytes),
    most: inMegabytes(bytes > hard ? hard : soft),
  }
  return [
    { code, severity: 'warns', nodeId: null, params },
    ...heaviest
      .filter((file) => file.bytes >= soft * heavyShare)
      .map(({ nodeId, title, bytes }): Finding => {
        const params = { title, megabytes: inMegabytes(bytes) }
        return { code: 'weight.heavy-file', severity: 'warns', nodeId, params }
      }),
  ]
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / megabyte)
}
