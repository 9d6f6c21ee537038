import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { guestPath, requireGuest } from '#app/http/guest.server.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ReviewParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import {
  actAsReviewer,
  ReviewerForm,
  readReviewerPage,
} from '#app/http/reviewer-page.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import type { PageHandle } from '#app/ui/page-title.ts'
import { GuestFrame } from '#app/ui/review/guest-frame.tsx'
import { ReviewerPage } from '#app/ui/review/reviewer-page.tsx'
import { FileBase, fileUrlBelow } from '#app/ui/uploads/file-url.ts'

/** Whose review a link leads to: whoever has it acts as them. */
function guestOf(request: Request, reviewId: string) {
  const { organisationId, endsOn } = requireGuest(request, 'review', reviewId)
  const key = { reviewId, organisationId }
  const { expertId } = readReview(instance().bank, key).review
  return { ...key, personId: expertId, endsOn, now: new Date() }
}

export const loader = loads(async ({ request, params }) => {
  const { reviewId } = readParams(params, ReviewParams)
  const guest = guestOf(request, reviewId)
  const base = guestPath({ purpose: 'review', subjectId: reviewId })
  const page = await readReviewerPage(instance(), {
    ...guest,
    fileUrl: fileUrlBelow(`${base}/files`),
    request,
  })
  return { ...page, base, endsOn: guest.endsOn }
})

export const action = acts(async ({ request, params }) => {
  const { reviewId } = readParams(params, ReviewParams)
  const guest = guestOf(request, reviewId)
  return actAsReviewer(instance(), guest, await readForm(request, ReviewerForm))
})

export const handle: PageHandle<{ title: string }> = {
  title: (t, { title }) => t('modules:reviewOf', { title }),
}

/** The reviewer's page for somebody without an account: nothing of the bank stands around it. */
export default function GuestReview() {
  const data = useLoaderData<typeof loader>()
  return (
    <GuestFrame>
      <FileBase.Provider value={`${data.base}/files`}>
        <ReviewerPage
          data={data}
          answer={useActionData<typeof action>()}
          linkEndsOn={data.endsOn}
        />
      </FileBase.Provider>
    </GuestFrame>
  )
}
