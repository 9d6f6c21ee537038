import type { AssetWithRights } from '#app/services/assets/find-asset.server.ts'
import { revisionSource, type Store } from '#app/services/exports/package-source.server.ts'
import { daysOf } from '#app/services/guarantees/days.ts'
import type { ModuleKey } from '#app/services/modules/find-module.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { filesOf, type ResolvedContent, resolved } from '#app/services/reuse/resolved.server.ts'
import { type UsedPart, usedParts } from '#app/services/reuse/used-parts.server.ts'
import type { AssetFacts } from '#content-schema/checks/asset-facts.ts'
import { assetDigests } from '#content-schema/elements.ts'
import type { Finding } from '#content-schema/finding.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import type { Alignment } from '#content-schema/module.ts'
import { usesFindings } from '#content-schema/reuse/uses-findings.ts'
import { weighMedia } from '#packaging/index.ts'
import type { PackagedAsset, Picture } from '#packaging/package-source.ts'

/** What the page on which a module is written cannot know by itself, and checks need. */
export type CheckFacts = {
  language: string
  minutes: number
  licence: string
  /** Its own, and those of what it reuses. */
  alignments: Alignment[]
  /** Other modules that it takes from. */
  modules: UsedPart[]
  /** Today, and the last day that is near: `YYYY-MM-DD`. */
  today: string
  near: string
  /** What stands for each reference of the draft, by its id; findings on what leads nowhere. */
  reused: { nodes: [referenceId: string, nodes: NodeJson[]][]; findings: Finding[] }
  /** The files that the draft shows; `null` for one that this organisation never brought in. */
  assets: [digest: string, facts: AssetFacts | null][]
}

/** How long pictures may be made for one answer, in milliseconds: what was made is kept. */
const patience = 3000

/** Facts of a draft and of its files. Throws as `findHeld` does. */
export async function readCheckFacts(
  store: Store,
  { now, ...key }: ModuleKey & { now: Date },
): Promise<CheckFacts> {
  const { draft, ownerId } = findHeld(store.bank, key)
  const whole = resolved(store.bank, draft)
  const { doc } = whole
  const digests = assetDigests(doc)
  const known = filesOf(store.bank, whole)
  const digest = contentDigest(store.bank, draft)
  const revision = { ...draft, digest, number: 0, frozenAt: 0 }
  const { assets } = revisionSource(store, revision, ownerId)
  const { within, late } = inTime(assets)
  const bytes = await weighMedia({ assets: within }, doc)
  const { language, minutes, licence } = draft.facts
  return {
    ...{ language, minutes, licence, ...daysOf(now) },
    ...{ alignments: whole.alignments, modules: usedParts(store.bank, whole, draft) },
    reused: { nodes: placedBy(whole), findings: usesFindings(whole) },
    assets: digests.map((digest) => {
      const asset = known.find((each) => each.digest === digest)
      return [digest, asset ? factsOf(asset, bytes, late) : null]
    }),
  }
}

function placedBy({ document, origins, uses }: ResolvedContent): [string, NodeJson[]][] {
  const direct = uses.filter(({ reference, outerId }) => reference.id === outerId)
  const placed = new Map<string, NodeJson[]>(direct.map(({ outerId }) => [outerId, []]))
  const place = (node: NodeJson): void => {
    const list = placed.get(origins.get(String(node.attrs?.id)) ?? '')
    if (list) list.push(node)
    else for (const child of node.content ?? []) place(child)
  }
  place(document.doc)
  return [...placed]
}

function factsOf(
  { digest, mediaType, duration, rights, bytes: whole }: AssetWithRights,
  bytes: Map<string, number>,
  late: Set<string>,
): AssetFacts {
  const measured = !late.has(digest)
  const weight = measured ? (bytes.get(digest) ?? 0) : whole
  return { digest, mediaType, duration, rights, bytes: weight, measured }
}

/** The same files, whose pictures are only made as long as somebody would wait. */
function inTime(assets: Map<string, PackagedAsset>) {
  const end = performance.now() + patience
  const late = new Set<string>()
  const within = [...assets].map(([digest, asset]): [string, PackagedAsset] => {
    const { picture } = asset
    if (!picture) return [digest, asset]
    const made = async (region: string) => {
      if (performance.now() < end) return picture(region)
      late.add(digest)
      return asItCame(asset)
    }
    return [digest, { ...asset, picture: made }]
  })
  return { within: new Map(within), late }
}

function asItCame(asset: PackagedAsset): Picture {
  const { width, height, ...file } = asset
  const size = { width: width ?? 0, height: height ?? 0 }
  return { ...size, fallback: { ...file, ...size }, sources: [] }
}
