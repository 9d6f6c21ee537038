import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import reuseEn from '#app/i18n/en/reuse.json'
import reuseFr from '#app/i18n/fr/reuse.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { wordChanges } from '#content-schema/comparison/compare.ts'
import { Badge } from '../badge.tsx'
import { Words } from '../reuse/comparison.tsx'
import type { SaidRemark } from './remark-list.tsx'

type Props = {
  remark: SaidRemark
  /** The review it was made in, for whoever may take it up. */
  reviewId: string | null
  moduleId: string | null
}

/** Old and new, word by word; what the text has become where it is no longer the old one. */
export function Proposed({ remark, reviewId, moduleId }: Props) {
  useOwnWords('reuse', { fr: reuseFr, en: reuseEn })
  const { t } = useTranslation('review')
  const { proposal, accepted, resolved, textNow } = remark
  if (!proposal) return null
  const isFresh = textNow === proposal.before
  return (
    <div>
      <p className="soft">
        {t('proposed')} {accepted && <Badge tone="ok">{t('accepted')}</Badge>}
      </p>
      <Words pieces={wordChanges(proposal.before, proposal.after)} />
      {reviewId && !resolved && !isFresh && <Changed before={proposal.before} now={textNow} />}
      {reviewId && !resolved && isFresh && (
        <Form method="post">
          <input type="hidden" name="intent" value="accept" />
          <input type="hidden" name="reviewId" value={reviewId} />
          <input type="hidden" name="remarkId" value={remark.id} />
          <button type="submit">{t('accept')}</button>
        </Form>
      )}
      {accepted && moduleId && (
        <p>
          <Link to={`/modules/${moduleId}/history`}>{t('undoAccepted')}</Link>
        </p>
      )}
    </div>
  )
}

function Changed({ before, now }: { before: string; now: string | null | undefined }) {
  const { t } = useTranslation('review')
  if (now === null || now === undefined) return <p>{t('textGone')}</p>
  return (
    <>
      <p>{t('textChanged')}</p>
      <Words pieces={wordChanges(before, now)} />
    </>
  )
}
