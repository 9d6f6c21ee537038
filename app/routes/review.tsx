import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import {
  Form,
  Link,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { ReviewParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { findAsset } from '#app/services/assets/find-asset.server.ts'
import { openPreview } from '#app/services/play/open-package.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import { addRemark } from '#app/services/review/remarks.server.ts'
import { may } from '#app/services/rights.ts'
import { Select, TextArea } from '#app/ui/field.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import { OwnHtml } from '#app/ui/own-html.tsx'
import { RemarkList } from '#app/ui/review/remark-list.tsx'
import { readDocument } from '#content-schema/document.ts'
import { elementsOf } from '#content-schema/elements.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { renderModule } from '#packaging/index.ts'
import content from '#packaging/player/styles/content.css?url'
import question from '#packaging/player/styles/question.css?url'
import styles from './review.module.css'

export const links = () => [content, question].map((href) => ({ rel: 'stylesheet', href }))

export const loader = loads(async ({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId } = member
  const here = instance()
  const { review, revision } = readReview(here.bank, {
    ...readParams(params, ReviewParams),
    organisationId,
  })
  const doc = readDocument(revision.document)
  const language = currentLanguage(request)
  return {
    review,
    title: revision.facts.title,
    objective: revision.facts.objective,
    preview: await openPreview(here, { revision, organisationId, language, now: new Date() }),
    html: renderModule(doc, {
      language,
      contentLanguage: revision.facts.language,
      answers: true,
      nodeIds: true,
      asset: (digest) => shownAsset(findAsset(here.bank, { digest, organisationId })),
    }),
    nodes: elementsOf(doc).map(({ node }) => ({
      id: String(node.attrs.id),
      text: excerpt(node, 70),
    })),
    mine: review.expertId === member.personId && may(member, 'review:give'),
  }
})

/** Where the page of a reviewer finds a file of the module. */
function shownAsset(asset: ReturnType<typeof findAsset>) {
  return asset && { ...asset, url: `/files/${asset.digest}` }
}

export const action = acts(async ({ request, params }) => {
  const { reviewId } = readParams(params, ReviewParams)
  const form = await readForm(request, GivenForm)
  const { personId, organisationId } = requireMember(request, 'review:give')
  const key = { reviewId, organisationId, personId, now: new Date() }
  if (form.intent === 'remark') {
    addRemark(instance().bank, { ...key, body: form.body, nodeId: form.nodeId || null })
    return { done: form.intent }
  }
  const { value, note, digest } = form
  giveVerdict(instance().bank, { ...key, value, note, digest })
  return redirect('/')
})

const GivenForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('remark'),
    nodeId: z.string(),
    body: z.string().trim().min(1).max(4000),
  }),
  z.object({
    intent: z.literal('verdict'),
    value: z.enum(['approved', 'changes-asked']),
    note: z.string().trim().max(4000),
    digest: z.string(),
  }),
])

type Data = ReturnType<typeof useLoaderData<typeof loader>>
/** Which element a remark is about; empty for the whole module. */
type Choosing = { about: string; onChoose: (nodeId: string) => void }

export default function ReviewPage() {
  const { t } = useTranslation('review')
  const data = useLoaderData<typeof loader>()
  const [about, setAbout] = useState('')
  const { review, mine } = data
  return (
    <>
      <h1>{data.title}</h1>
      <p>{data.objective}</p>
      <Request data={data} />
      <Refusal data={useActionData<typeof action>()} />
      <div className={styles.columns}>
        <Content data={data} about={about} onChoose={setAbout} />
        <aside className={styles.side} aria-label={t('yourReview')}>
          {mine && !review.verdict && (
            <RemarkForm nodes={data.nodes} about={about} onChoose={setAbout} />
          )}
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
          {mine && !review.verdict && <VerdictForm digest={review.digest} />}
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

/** The module as a learner would see it, or as one long document with the answers. */
function Content({ data, about, onChoose }: { data: Data } & Choosing) {
  const { t } = useTranslation('review')
  const [search] = useSearchParams()
  const asDocument = search.get('view') === 'document'
  return (
    <div>
      <nav className={styles.views} aria-label={t('views')}>
        <Link
          to="?view=learner"
          aria-current={asDocument ? undefined : 'page'}
          preventScrollReset
        >
          {t('asLearner')}
        </Link>
        <Link
          to="?view=document"
          aria-current={asDocument ? 'page' : undefined}
          preventScrollReset
        >
          {t('asDocument')}
        </Link>
      </nav>
      {asDocument ? (
        <DocumentView data={data} about={about} onChoose={onChoose} />
      ) : (
        <iframe className={styles.player} src={data.preview} title={t('asLearner')} />
      )}
    </div>
  )
}

/** The whole document; a click on an element chooses it for the remark, as the list beside it does. */
function DocumentView({ data, about, onChoose }: { data: Data } & Choosing) {
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chosen = page.current?.querySelector(`[data-node-id="${about}"]`)
    chosen?.classList.add(styles.chosen ?? '')
    return () => chosen?.classList.remove(styles.chosen ?? '')
  }, [about])
  useEffect(() => {
    const choose = ({ target }: Event) => {
      const known = new Set(data.nodes.map((node) => node.id))
      const id = nodeAround(target as Element, known)
      if (id) onChoose(id)
    }
    const current = page.current
    current?.addEventListener('click', choose)
    return () => current?.removeEventListener('click', choose)
  }, [data.nodes, onChoose])
  return (
    <div ref={page}>
      <OwnHtml className={`card module-content ${styles.document}`} html={data.html} />
    </div>
  )
}

/** The element of the list that this one is, or stands in. */
function nodeAround(target: Element | null, known: Set<string>): string | null {
  const holder = target?.closest('[data-node-id]') ?? null
  const id = holder?.getAttribute('data-node-id') ?? ''
  return !holder || known.has(id) ? id || null : nodeAround(holder.parentElement, known)
}

function RemarkForm({ nodes, about, onChoose }: { nodes: Data['nodes'] } & Choosing) {
  const { t } = useTranslation('review')
  return (
    <section className="card" aria-labelledby="remark">
      <h2 id="remark">{t('newRemark')}</h2>
      <Form method="post" className="stack" key={nodes.length}>
        <input type="hidden" name="intent" value="remark" />
        <Select
          label={t('about')}
          hint={t('aboutHint')}
          name="nodeId"
          value={about}
          onChange={(event) => onChoose(event.target.value)}
        >
          <option value="">{t('wholeModule')}</option>
          {nodes.map(({ id, text }) => (
            <option key={id} value={id}>
              {text || t('element')}
            </option>
          ))}
        </Select>
        <TextArea label={t('remarkBody')} name="body" required maxLength={4000} />
        <button type="submit">{t('leaveRemark')}</button>
      </Form>
    </section>
  )
}

function VerdictForm({ digest }: { digest: string }) {
  const { t } = useTranslation('review')
  return (
    <section className="card" aria-labelledby="verdict">
      <h2 id="verdict">{t('verdict')}</h2>
      <p className="soft">{t('verdictLead')}</p>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="verdict" />
        <input type="hidden" name="digest" value={digest} />
        <TextArea label={t('note')} name="note" maxLength={4000} />
        <p className="row">
          <button type="submit" name="value" value="approved">
            {t('approve')}
          </button>
          <button type="submit" name="value" value="changes-asked" className="quiet">
            {t('askChanges')}
          </button>
        </p>
      </Form>
    </section>
  )
}
