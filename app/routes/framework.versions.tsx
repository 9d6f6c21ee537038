import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { FrameworkParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { findFramework } from '#app/services/competencies/read-frameworks.server.ts'
import { carryOver } from '#app/services/competencies/versions/carry-over.server.ts'
import {
  areLinked,
  compareVersions,
  otherVersions,
} from '#app/services/competencies/versions/compare-versions.server.ts'
import { may } from '#app/services/rights.ts'
import { useCompetencyWords } from '#app/ui/competencies/use-competency-words.ts'
import { VersionTable } from '#app/ui/competencies/version-table.tsx'
import { Select } from '#app/ui/field.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'framework:read')
  const { organisationId } = member
  const { bank } = instance()
  const key = { ...readParams(params, FrameworkParams), organisationId }
  const framework = findFramework(bank, key)
  const others = otherVersions(bank, { framework, organisationId })
  const asked = new URL(request.url).searchParams.get('with')
  const linked = others.find((each) => areLinked(each, framework))
  const withId = asked ?? linked?.id ?? null
  return {
    others: others.map(({ id, code, title }) => ({ id, code, title })),
    missing: [...framework.replacedBy, ...framework.replaces].filter(
      (code) => !others.some((each) => each.code === code),
    ),
    withId,
    comparison: withId && compareVersions(bank, { ...key, withId }),
    mayWrite: may(member, 'framework:write'),
  }
})

const Pair = z.string().regex(/^[^ ]{1,40} [^ ]{1,40}$|^$/)
const CarryForm = z.object({
  olderId: z.string().max(40),
  newerId: z.string().max(40),
  /** `old new`, or empty where nothing takes its place. */
  pairs: z.array(Pair).max(2000),
})

export const action = acts(async ({ request }) => {
  const { personId, organisationId } = requireMember(request, 'framework:write')
  const { olderId, newerId, pairs } = await readForm(request, CarryForm)
  const confirmed = pairs.filter(Boolean).map((pair) => {
    const [competencyId = '', successorId = ''] = pair.split(' ')
    return { competencyId, successorId }
  })
  const by = { organisationId, personId, now: new Date() }
  const { modules } = carryOver(instance().bank, { olderId, newerId, pairs: confirmed, ...by })
  return { carried: confirmed.length, modules }
})

export const handle: PageHandle = { title: (t) => t('competencies:tabs.versions') }

/** Two versions of one entry: what took the place of what, and the ties carried over. */
export default function FrameworkVersions() {
  useCompetencyWords()
  const { t } = useTranslation('referentials')
  const { others, missing, withId, comparison, mayWrite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <Refusal data={answer} />
      {answer && 'carried' in answer && (
        <Notice tone="ok" answers={answer}>
          {t('versions.carried', { count: answer.carried })}{' '}
          {t('versions.modules', { count: answer.modules })}
        </Notice>
      )}
      {missing.length > 0 && (
        <p>{t('versions.missing', { codes: missing.join(', '), count: missing.length })}</p>
      )}
      {others.length === 0 ? (
        <p className="card">{t('versions.alone')}</p>
      ) : (
        <Form method="get" className="card stack">
          <Select
            key={withId}
            label={t('versions.with')}
            name="with"
            defaultValue={withId ?? ''}
          >
            {others.map(({ id, code, title }) => (
              <option key={id} value={id}>
                {code} · {title}
              </option>
            ))}
          </Select>
          <button type="submit" className="quiet">
            {t('versions.compare')}
          </button>
        </Form>
      )}
      {comparison && (
        <VersionTable
          key={`${comparison.older.id} ${comparison.newer.id}`}
          comparison={comparison}
          mayWrite={mayWrite}
        />
      )}
    </div>
  )
}
