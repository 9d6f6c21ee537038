import * as z from 'zod'
import { type ArchivedHistory, waivableGates } from '#app/db/schema/bank/index.ts'
import { Rights } from '#app/services/assets/record-rights.server.ts'
import { Facts } from '#app/services/modules/facts.ts'
import { frameworkKinds, readings } from '#content-schema/competencies.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { type Alignment, alignmentRoles, levels } from '#content-schema/module.ts'
import {
  address,
  count,
  day,
  digest,
  id,
  instant,
  line,
  long,
  name,
  path,
} from './shape-parts.ts'

/** What every archive says it is; a newer version is not read. */
export const archiveFormat = 'grainotheque-archive'
export const archiveVersion = 3

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
  /** Names of the other organisations that had written it; version 2 had none. */
  coAuthors: z.array(name).max(1000).default([]),
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

/** What a module was made from, as it was that day. */
const MadeFrom = z.object({
  moduleId: id,
  digest,
  edition: name,
  title: long,
  authors: z.array(line).max(1000),
  organisation: name,
  licence: address,
  by: name,
  at: instant,
})

/** That a later edition is not wanted in one place: this one, or (`digest` null) none. */
const SetAside = z.object({ reference: name, digest: digest.nullable(), by: name, at: instant })

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
  // None of these before version 3.
  madeFrom: MadeFrom.nullable().default(null),
  withdrawn: z.object({ reason: long, by: name, at: instant }).nullable().default(null),
  setAside: z.array(SetAside).max(10_000).default([]),
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
  // What a form cannot change is not in its shape.
  facts: Facts.and(z.object({ kind: z.literal('path').optional() })),
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
  /** What each of its references led to, in their order; `null` where it led nowhere. */
  uses: z
    .array(
      z.object({
        reference: name,
        leadsTo: z.object({ moduleId: id, digest }).nullable(),
      }),
    )
    .max(10_000)
    .default([]),
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
