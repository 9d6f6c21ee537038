import type { Node } from 'prosemirror-model'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { remarkKinds, verdictValues } from '#app/db/schema/bank/index.ts'
import { redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'

import { ReviewParams } from '#app/http/module-params.ts'
import { parse, readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import reviewEn from '#app/i18n/en/review.json'
import reviewFr from '#app/i18n/fr/review.json'
import { screenLanguage } from '#app/i18n/languages.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { AssetWithRights } from '#app/services/assets/find-asset.server.ts'
import { openPreview } from '#app/services/play/open-package.server.ts'
import { organisationOf } from '#app/services/reuse/content-digest.server.ts'
import { filesOf, resolved } from '#app/services/reuse/resolved.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import { addRemark } from '#app/services/review/remarks.server.ts'
import { may } from '#app/services/rights.ts'
import { moduleContentStyles } from '#app/ui/module-content-styles.ts'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { type About, wholeModule } from '#app/ui/review/about.ts'
import { RemarkForm } from '#app/ui/review/remark-form.tsx'
import { RemarkList } from '#app/ui/review/remark-list.tsx'
import { ReviewedContent } from '#app/ui/review/reviewed-content.tsx'
import { VerdictForm } from '#app/ui/review/verdict-form.tsx'
import { fileUrl } from '#app/ui/uploads/file-url.ts'
import { elementsOf, questionsWithin } from '#content-schema/elements.ts'
import { aspects } from '#content-schema/module.ts'
import { pixelsOf, readRegion, whole } from '#content-schema/picture.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { renderModule } from '#packaging/index.ts'
import styles from './review.module.css'

export const links = moduleContentStyles

export const loader = loads(async ({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId } = member
  const here = instance()
  const { review, revision } = readReview(here.bank, {
    ...readParams(params, ReviewParams),
    organisationId,
  })
  const whole = resolved(here.bank, revision)
  const { doc } = whole
  const files = new Map(filesOf(here.bank, whole).map((file) => [file.digest, file]))
  const language = screenLanguage(revision.facts.language)
  const owner = { organisationId: organisationOf(here.bank, revision.moduleId) }
  return {
    review,
    title: revision.facts.title,
    objective: revision.facts.objective,
    preview: await openPreview(here, { revision, ...owner, language, now: new Date() }),
    html: renderModule(doc, {
      language,
      contentLanguage: revision.facts.language,
      answers: true,
      nodeIds: true,
      asset: (digest, region) => shownAsset(files.get(digest) ?? null, region),
    }),
    nodes: remarkable(doc),
    mine: review.expertId === member.personId && may(member, 'review:give'),
  }
})

/** What a remark can be about: the elements of each page, and the questions inside them. */
function remarkable(doc: Node) {
  return elementsOf(doc)
    .flatMap(({ node }) => [node, ...questionsWithin(node)])
    .map((node) => ({ id: String(node.attrs.id), text: excerpt(node, 70) }))
}

/** Where the page of a reviewer finds a file of the module, or the part of it that is shown. */
function shownAsset(asset: AssetWithRights | null, region: string) {
  if (!asset?.mediaType.startsWith('image/') || region === 'full')
    return asset && { ...asset, url: fileUrl(asset.digest) }
  const { width, height } = asset
  const size = width && height ? pixelsOf(readRegion(region) ?? whole, { width, height }) : {}
  return { ...asset, ...size, url: fileUrl(asset.digest, region) }
}

export const action = acts(async ({ request, params }) => {
  const { reviewId } = readParams(params, ReviewParams)
  const form = await readForm(request, GivenForm)
  const { personId, organisationId } = requireMember(request, 'review:give')
  const key = { reviewId, organisationId, personId, now: new Date() }
  if (form.intent === 'remark') {
    addRemark(instance().bank, { ...key, ...form, nodeId: form.nodeId || null })
    return { done: form.intent }
  }
  giveVerdict(instance().bank, { ...key, ...form })
  return redirect('/')
})

const VerdictFields = z
  .looseObject({ intent: z.literal('verdict'), digest: z.string() })
  .transform(({ intent, digest, ...fields }) => ({
    ...{ intent, digest },
    verdicts: aspects
      .filter((aspect) => `${aspect}.value` in fields)
      .map((aspect) => ({
        aspect,
        ...parse(OnAspect, {
          value: fields[`${aspect}.value`],
          note: fields[`${aspect}.note`],
        }),
      })),
  }))

const OnAspect = z.object({
  value: z.enum(verdictValues),
  note: z.string().trim().max(4000),
})

const GivenForm = z.union([
  z.object({
    intent: z.literal('remark'),
    nodeId: z.string(),
    kind: z.enum(remarkKinds),
    words: z.string().max(1000).optional(),
    before: z.string().max(100).optional(),
    body: z.string().trim().min(1).max(4000),
  }),
  VerdictFields,
])

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export const handle: PageHandle<{ title: string }> = {
  title: (t, { title }) => t('modules:reviewOf', { title }),
}

export default function ReviewPage() {
  useOwnWords('review', { fr: reviewFr, en: reviewEn })
  const { t } = useTranslation('review')
  const data = useLoaderData<typeof loader>()
  const [about, setAbout] = useState<About>(wholeModule)
  const { review, mine } = data
  return (
    <>
      <h1>{data.title}</h1>
      <p>{data.objective}</p>
      <Request data={data} />
      <Refusal data={useActionData<typeof action>()} />
      <div className={styles.columns}>
        <ReviewedContent data={data} about={about} onChoose={setAbout} />
        <aside className={styles.side} aria-label={t('yourReview')}>
          {mine && !review.verdict && (
            <RemarkForm
              key={review.remarks.length}
              nodes={data.nodes}
              about={about}
              onChoose={setAbout}
            />
          )}
          {mine && !review.verdict && <p className="soft">{t('privateUntil')}</p>}
          {review.remarks.length > 0 && (
            <section className="card">
              <h2>{t('remarks')}</h2>
              <RemarkList
                remarks={review.remarks}
                reviewId={review.id}
                moduleId={review.moduleId}
                mayResolve={false}
              />
            </section>
          )}
          {mine && !review.verdict && <VerdictForm {...review} />}
          {review.verdict && (
            <Notice tone="info">{t(`verdicts.${review.verdict.value}`)}</Notice>
          )}
        </aside>
      </div>
    </>
  )
}

function Request({ data: { review } }: { data: Data }) {
  const { t } = useTranslation('review')
  const { instant, day } = useFormat()
  return (
    <p className="soft">
      {t('revision', { number: review.revisionNumber, date: instant(review.requestedAt) })}
      {review.dueOn && ` · ${t('due', { day: day(review.dueOn) })}`}
      {review.message && ` · « ${review.message} »`}
    </p>
  )
}
