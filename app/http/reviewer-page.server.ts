import type { Node } from 'prosemirror-model'
import * as z from 'zod'
import type { Instance } from '#app/db/instance.server.ts'
import { remarkKinds, verdictValues } from '#app/db/schema/bank/index.ts'
import { screenLanguage } from '#app/i18n/languages.ts'
import type { AssetWithRights } from '#app/services/assets/find-asset.server.ts'
import { findRevisionByDigest } from '#app/services/modules/find-module.server.ts'
import { compareContents } from '#app/services/modules/history.server.ts'
import { openPreview } from '#app/services/play/open-package.server.ts'
import { organisationOf } from '#app/services/reuse/content-digest.server.ts'
import { filesOf, resolved } from '#app/services/reuse/resolved.server.ts'
import { listChecklists } from '#app/services/review/checklists.server.ts'
import { declineReview } from '#app/services/review/end-review.server.ts'
import type { ReviewKey } from '#app/services/review/find-review.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { readReplaceable } from '#app/services/review/proposals.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import { addRemark } from '#app/services/review/remarks.server.ts'
import { lastSeen, recordVisit } from '#app/services/review/reviewer.server.ts'
import { minutesToReview } from '#app/services/review/state.ts'
import { readDocument } from '#content-schema/document.ts'
import { elementsOf, questionsWithin, sectionsOf } from '#content-schema/elements.ts'
import { aspects } from '#content-schema/module.ts'
import { pixelsOf, readRegion, whole } from '#content-schema/picture.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { replaceablePart } from '#content-schema/replacement.ts'
import { type RenderOptions, renderModule } from '#packaging/index.ts'
import { checksIn } from './checklist-form.server.ts'
import { currentLanguage } from './language.server.ts'
import { parse } from './read-form.server.ts'

type Reading = ReviewKey & {
  /** Whoever reads. */
  personId: string
  /** Where they find a file, and a part of a picture. */
  fileUrl: (digest: string, region?: string) => string
  /** The address says which of the views is asked for: the others are not made. */
  request: Request
  now: Date
}

/** All that a reviewer's page shows, the same for a member and for a guest. */
export async function readReviewerPage(here: Instance, reading: Reading) {
  const { bank } = here
  const view = new URL(reading.request.url).searchParams.get('view')
  const { review, revision, row } = readReview(bank, reading)
  const content = resolved(bank, revision)
  const { doc } = content
  const files = new Map(filesOf(bank, content).map((file) => [file.digest, file]))
  const { facts, moduleId } = revision
  const language = screenLanguage(facts.language)
  const organisationId = organisationOf(bank, moduleId)
  const isReader = review.expertId === reading.personId
  const seen = isReader ? lastSeen(bank, row) : null
  const before = seen && findRevisionByDigest(bank, moduleId, seen.digest)
  const rendering: RenderOptions = {
    ...{ language, contentLanguage: facts.language, answers: true, nodeIds: true },
    asset: (digest, region) => shownAsset(files.get(digest) ?? null, region, reading.fileUrl),
  }
  return {
    review: isReader || review.verdict ? review : { ...review, remarks: [] },
    title: facts.title,
    objective: facts.objective,
    minutes: minutesToReview(facts.minutes, review.aspects.length),
    preview: await openPreview(here, {
      ...{ revision, language, now: reading.now },
      organisationId,
    }),
    html: view === 'document' ? renderModule(doc, rendering) : null,
    nodes: remarkable(doc, readDocument(revision.document)),
    contents: contentsOf(doc),
    /** What there is to look at in each aspect that is asked. */
    checklists: listChecklists(bank, {
      organisationId,
      language: currentLanguage(reading.request),
    }).filter(({ aspect }) => review.aspects.includes(aspect)),
    isReader,
    /** Whether they may still say something. */
    isOpen: isReader && !review.verdict && review.endedAs === null,
    /** A guest says their name with the first thing they do. */
    asksName: review.guest !== null && row.signsAs === null,
    seenAt: seen?.at ?? null,
    changes: before && view === 'changes' ? compareContents(bank, before, revision) : null,
  }
}

/**
 * What a remark can be about: the elements of each page, the questions inside them, and the parts of
 * both whose words can be replaced, such as one answer or one point of a list.
 */
function remarkable(doc: Node, own: Node) {
  const replaceable = new Set<string>()
  own.descendants((node) => {
    if (node.attrs.id && replaceablePart(node)) replaceable.add(String(node.attrs.id))
  })
  const named = (node: Node, isPart: boolean) => ({
    ...{ id: String(node.attrs.id), text: excerpt(node, 70), isPart },
    isReplaceable: replaceable.has(String(node.attrs.id)),
    isPlayed: played.has(node.type.name),
  })
  return elementsOf(doc).flatMap(({ node: element }) => {
    const questions = new Set(questionsWithin(element))
    const parts: ReturnType<typeof named>[] = []
    element.descendants((node) => {
      const isPart = questions.has(node) || (node.attrs.id && replaceablePart(node))
      if (isPart) parts.push(named(node, true))
    })
    return [named(element, false), ...parts]
  })
}

/** Those that have moments. */
const played = new Set(['audio', 'video', 'interactiveVideo'])

/** The pages, with the elements that a remark can be about on each. */
function contentsOf(doc: Node) {
  const placed = elementsOf(doc)
  return sectionsOf(doc).map((section) => {
    const here = placed.filter((each) => each.section === section).map(({ node }) => node)
    const nodes = here.flatMap((node) => {
      const ids = [String(node.attrs.id)]
      node.descendants(({ attrs }) => {
        if (attrs.id) ids.push(String(attrs.id))
      })
      return ids
    })
    const title = section.firstChild?.textContent ?? ''
    return { id: String(section.attrs.id), title, nodes }
  })
}

/** Where the page of a reviewer finds a file of the module, or the part of it that is shown. */
function shownAsset(
  asset: AssetWithRights | null,
  region: string,
  fileUrl: Reading['fileUrl'],
) {
  if (!asset?.mediaType.startsWith('image/') || region === 'full')
    return asset && { ...asset, url: fileUrl(asset.digest) }
  const { width, height } = asset
  const size = width && height ? pixelsOf(readRegion(region) ?? whole, { width, height }) : {}
  return { ...asset, ...size, url: fileUrl(asset.digest, region) }
}

const OnAspect = z.object({
  value: z.enum(verdictValues),
  note: z.string().trim().max(4000),
})

/** A guest's name, with the first form they send. */
const name = z.string().trim().max(120).optional()

const VerdictFields = z
  .looseObject({ intent: z.literal('verdict'), digest: z.string(), name })
  .transform(({ intent, digest, name: said, ...fields }) => ({
    ...{ intent, digest, name: said },
    verdicts: aspects
      .filter((aspect) => `${aspect}.value` in fields)
      .map((aspect) => ({
        aspect,
        ...parse(OnAspect, {
          value: fields[`${aspect}.value`],
          note: fields[`${aspect}.note`],
        }),
        checks: checksIn(fields, aspect),
      })),
  }))

/** Minutes and seconds, `1:05`; empty for the whole of it. */
const Moment = z
  .string()
  .trim()
  .regex(/^(\d{1,3}:[0-5]\d)?$/)
  .optional()
  .transform((text) => {
    if (!text) return null
    const [minutes, seconds] = text.split(':').map(Number)
    return minutes! * 60 + seconds!
  })

/** What a reviewer can send. */
export const ReviewerForm = z.union([
  z.object({ intent: z.literal('open') }),
  z.object({
    intent: z.literal('remark'),
    name,
    nodeId: z.string(),
    kind: z.enum(remarkKinds),
    words: z.string().max(1000).optional(),
    before: z.string().max(100).optional(),
    body: z.string().trim().min(1).max(4000),
    moment: Moment,
    proposal: z.string().max(4000).optional(),
  }),
  z.object({ intent: z.literal('text'), nodeId: z.string().min(1).max(40) }),
  z.object({ intent: z.literal('decline'), name, reason: z.string().trim().max(2000) }),
  VerdictFields,
])

type Acting = ReviewKey & { personId: string; now: Date }

/** Does what a reviewer asked for. @returns what it was */
export function actAsReviewer(
  { bank }: Instance,
  key: Acting,
  form: z.infer<typeof ReviewerForm>,
): { done: z.infer<typeof ReviewerForm>['intent']; text: string | null } {
  if (form.intent === 'open') recordVisit(bank, key)
  if (form.intent === 'remark')
    addRemark(bank, { ...form, ...key, nodeId: form.nodeId || null })
  if (form.intent === 'decline') declineReview(bank, { ...form, ...key })
  if (form.intent === 'verdict') giveVerdict(bank, { ...form, ...key })
  const text = form.intent === 'text' ? readReplaceable(bank, { ...key, ...form }) : null
  return { done: form.intent, text }
}
