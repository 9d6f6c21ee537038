import { instance } from '#app/db/instance.server.ts'
import { redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ReviewParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import {
  actAsReviewer,
  ReviewerForm,
  readReviewerPage,
} from '#app/http/reviewer-page.server.ts'
import { may } from '#app/services/rights.ts'
import type { PageHandle } from '#app/ui/page-title.ts'
import { ReviewerPage } from '#app/ui/review/reviewer-page.tsx'
import { fileUrl } from '#app/ui/uploads/file-url.ts'

export const loader = loads(async ({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId, personId } = member
  const page = await readReviewerPage(instance(), {
    ...readParams(params, ReviewParams),
    ...{ organisationId, personId, fileUrl, now: new Date() },
    request,
  })
  return { ...page, isOpen: page.isOpen && may(member, 'review:give') }
})

export const action = acts(async ({ request, params }) => {
  const { reviewId } = readParams(params, ReviewParams)
  const form = await readForm(request, ReviewerForm)
  const { personId, organisationId } = requireMember(request, 'review:give')
  const key = { reviewId, organisationId, personId, now: new Date() }
  const answer = actAsReviewer(instance(), key, form)
  return ['verdict', 'decline'].includes(answer.done) ? redirect('/') : answer
})

export const handle: PageHandle<{ title: string }> = {
  title: (t, { title }) => t('modules:reviewOf', { title }),
}

export default function Review() {
  return (
    <ReviewerPage
      data={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    />
  )
}
