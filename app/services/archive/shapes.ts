import * as z from 'zod'
import {
  type ArchivedHistory,
  remarkKinds,
  verdictValues,
  waivableGates,
} from '#app/db/schema/bank/index.ts'
import { Rights } from '#app/services/assets/record-rights.server.ts'
import { isDay } from '#app/services/guarantees/days.ts'
import { Facts } from '#app/services/modules/facts.ts'
import { frameworkKinds, readings } from '#content-schema/competencies.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { type Alignment, alignmentRoles, aspects, levels } from '#content-schema/module.ts'

/** What every archive says it is; a newer version is not read. */
export const archiveFormat = 'grainotheque-archive'
export const archiveVersion = 2

const id = z.string().regex(/^[0-9a-z]{10}$/)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().max(200)
const line = z.string().max(1000)
const long = z.string().max(200_000)
const instant = z.number().int().min(0).max(8.64e15)
const count = z.number().int().min(0).max(1e9)
const day = z.string().refine(isDay)
const address = z.string().max(2000)
const path = z.string().max(300)

const verdict = {
  value: z.enum(verdictValues),
  digest,
  note: long,
  person: name,
  givenAt: instant,
}

export const Manifest = z.object({
  format: z.literal(archiveFormat),
  version: z.number().int(),
  madeAt: z.string().max(40),
  organisation: name,
  /** Folder of each module. */
  modules: z.array(path).max(10_000),
  frameworks: z.array(path).max(10_000),
  /** SHA-256 of every other entry, by its path. */
  entries: z.record(path, digest),
})

/** A record of rights; who answers for them by their name alone. */
const ArchivedRights = z
  .looseObject({ guarantor: name.nullable() })
  .transform(({ guarantor, ...record }, context) => {
    const read = Rights.safeParse({ ...record, guarantorId: null })
    if (read.success) return { record: read.data, guarantor }
    context.addIssue({ code: 'custom', message: 'rights' })
    return z.NEVER
  })

const Edition = z.object({
  major: count,
  minor: count,
  /** Number of the revision that was published. */
  revision: count,
  note: long,
  publishedAt: instant,
  publishedBy: name,
  rights: z.record(digest, ArchivedRights),
  /** What it was published in spite of; version 1 had none. */
  waivers: z
    .array(
      z.object({
        gate: z.enum(waivableGates),
        reason: long,
        endsOn: day,
        grantedBy: name,
        grantedAt: instant,
      }),
    )
    .max(100)
    .default([]),
})

/** `modules/<code>/module.json` */
export const ModuleEntry = z.object({
  id,
  code: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  author: name,
  createdAt: instant,
  home: z.object({ organisation: name, bank: address, moduleId: id }),
  revisions: z.array(count).max(10_000),
  editions: z.array(Edition).max(10_000),
})

const AlignmentShape = z.object({
  competencyId: z.string().max(40),
  role: z.enum(alignmentRoles),
  frameworkCode: line,
  competencyBlockCode: line,
  label: long,
  level: z.enum(levels).optional(),
  criteria: z.array(z.string().max(40)).max(1000).optional(),
}) as unknown as z.ZodType<Alignment>

/** Checked as a document of ours once its shape is known. */
const Document = z.object({
  format: z.number().int(),
  doc: z.looseObject({ type: z.string() }),
}) as unknown as z.ZodType<StoredDocument>

const content = {
  facts: Facts,
  alignments: z.array(AlignmentShape).max(500),
  document: Document,
}

/** `modules/<code>/draft.json` */
export const DraftEntry = z.object({
  ...content,
  version: count,
  savedAt: instant,
  savedBy: name,
})

/** `modules/<code>/revisions/<number>.json` */
export const RevisionEntry = z.object({
  ...content,
  number: count,
  digest,
  frozenAt: instant,
  frozenBy: name,
})

/** `modules/<code>/assets.json` */
export const AssetEntries = z
  .array(
    z.object({
      digest,
      file: path,
      mediaType: name,
      bytes: count,
      width: count.nullable(),
      height: count.nullable(),
      duration: count.nullable(),
      rights: ArchivedRights,
      changedAt: instant,
      changedBy: name,
    }),
  )
  .max(10_000)

/** `modules/<code>/history.json` */
export const HistoryEntry: z.ZodType<ArchivedHistory> = z.object({
  reviews: z.array(
    z.object({
      revision: count,
      digest,
      expert: name,
      requestedBy: name,
      requestedAt: instant,
      dueOn: day.nullable(),
      message: long,
      // Version 1 had one word on the whole; `null` while it was waited for.
      verdict: z.object(verdict).nullable().optional(),
      aspects: z.array(z.enum(aspects)).max(aspects.length).optional(),
      verdicts: z
        .array(
          z.object({ ...verdict, aspect: z.enum(aspects), scopeDigest: digest.nullable() }),
        )
        .max(aspects.length)
        .optional(),
      remarks: z.array(
        z.object({
          nodeId: z.string().max(40).nullable(),
          quote: long,
          body: long,
          author: name,
          madeAt: instant,
          kind: z.enum(remarkKinds).optional(),
          words: long.optional(),
          before: line.optional(),
          after: line.optional(),
          offset: count.optional(),
          answer: long.optional(),
          seconds: z.number().min(0).nullable().optional(),
          proposal: long.nullable().optional(),
          proposedFor: long.nullable().optional(),
          accepted: z.boolean().optional(),
          resolvedAt: instant.nullable(),
          resolvedBy: name.nullable(),
        }),
      ),
    }),
  ),
  guarantees: z.array(
    z.object({
      aspect: z.enum(aspects),
      person: name,
      startsOn: day,
      endsOn: day,
      recordedBy: name,
      recordedAt: instant,
    }),
  ),
  decisions: z.array(
    z.object({
      digests: z.array(digest),
      reason: long,
      decidedBy: name,
      decidedAt: instant,
      withdrawnBy: name.nullable(),
      withdrawnAt: instant.nullable(),
    }),
  ),
  events: z.array(
    z.object({
      at: instant,
      person: name,
      action: name,
      details: z.record(name, z.union([long, z.number(), z.null()])),
      seal: z.string().max(64),
    }),
  ),
})

const Criterion = z.object({
  id: z.string().max(40),
  label: long,
  code: line.optional(),
  depth: count.optional(),
  origin: address.optional(),
})

/** `frameworks/<code>.json` */
export const FrameworkEntry = z.object({
  id,
  code: line,
  kind: z.enum(frameworkKinds),
  origin: address.nullable(),
  title: long,
  abbreviation: line,
  level: z.number().int().nullable(),
  active: z.boolean(),
  validFrom: z.string().max(20).nullable(),
  validUntil: z.string().max(20).nullable(),
  certifiers: z.array(line).max(1000),
  replaces: z.array(line).max(1000),
  replacedBy: z.array(line).max(1000),
  licence: address,
  blocks: z.array(
    z.object({
      id,
      code: line,
      label: long,
      source: z.string().max(1_000_000),
      layout: z.enum(['bullets', 'spaces', 'unknown', 'given']),
      assessment: z.string().max(1_000_000),
      reading: z.enum(readings),
      readAt: instant.nullable(),
      origin: address.nullable(),
      competencies: z.array(
        z.object({
          id,
          code: line,
          label: long,
          description: long,
          origin: address.nullable(),
          criteria: z.array(Criterion).max(5000),
        }),
      ),
    }),
  ),
})

export type ArchivedModule = z.output<typeof ModuleEntry> & {
  folder: string
  draft: z.output<typeof DraftEntry>
  frozen: z.output<typeof RevisionEntry>[]
  assets: z.output<typeof AssetEntries>
  history: ArchivedHistory
}
export type ArchivedFramework = z.output<typeof FrameworkEntry>
