import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { readState } from '#app/services/modules/list-modules.server.ts'
import { readGates } from '#app/services/publication/gates.server.ts'
import { publishModule } from '#app/services/publication/publish-module.server.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { type WhereUsed, whereUsed } from '#app/services/reuse/where-used.server.ts'
import { may } from '#app/services/rights.ts'
import { Badge } from '#app/ui/badge.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { FindingList } from '#app/ui/finding-list.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { TouchedPanel } from '#app/ui/reuse/touched-panel.tsx'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:publish')
  const { organisationId } = member
  const { bank } = instance()
  const draft = findDraft(bank, { ...readParams(params, ModuleParams), organisationId })
  return {
    moduleId: draft.moduleId,
    digest: contentDigest(bank, draft),
    gates: readGates(bank, { draft, now: new Date() }),
    used: whereUsed(bank, { moduleId: draft.moduleId, organisationId, now: new Date() }),
    mayWrite: may(member, 'module:write'),
    ...readState(bank, draft),
  }
})

export const action = acts(async ({ request, params }) => {
  const { personId, organisationId } = requireMember(request, 'module:publish')
  const { moduleId } = readParams(params, ModuleParams)
  const { digest, note } = await readForm(request, PublishForm)
  const key = { moduleId, organisationId, personId, now: new Date() }
  publishModule(instance().bank, { ...key, expectedDigest: digest, note })
  return redirect(`/modules/${moduleId}/publish`)
})

const PublishForm = z.object({ digest: z.string(), note: z.string().trim().max(1000) })

export const handle: PageHandle = { title: (t) => t('modules:tabs.publish') }

export default function Publish() {
  const { t } = useTranslation('modules')
  const { gates, state, edition, moduleId, digest, mayWrite, used } =
    useLoaderData<typeof loader>()
  const ready = gates.every((gate) => gate.passed)
  return (
    <div className="stack">
      <Refusal data={useActionData<typeof action>()} />
      {state === 'published' && (
        <Notice tone="ok">
          {t('publish.published', { number: edition })}{' '}
          <Link to={`/modules/${moduleId}/export`}>{t('publish.exportIt')}</Link>
        </Notice>
      )}
      <section className="card" aria-labelledby="gates">
        <h2 id="gates">{t('publish.gates')}</h2>
        <ul className="plain-list">
          {gates.map((gate) => (
            <li key={gate.name}>
              <h3 className="row">
                {t(`publish.gate.${gate.name}`)}
                <Badge tone={gate.passed ? 'ok' : 'danger'}>
                  {t(gate.passed ? 'publish.passed' : 'publish.closed')}
                </Badge>
              </h3>
              <FindingList findings={gate.findings} moduleId={moduleId} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
      </section>
      {state !== 'published' && <PublishCard digest={digest} ready={ready} used={used} />}
    </div>
  )
}

type PublishProps = { digest: string; ready: boolean; used: WhereUsed }

function PublishCard({ digest, ready, used }: PublishProps) {
  const { t } = useTranslation('modules')
  return (
    <section className="card" aria-labelledby="publish">
      <h2 id="publish">{t('publish.heading')}</h2>
      <p className="soft">{t(ready ? 'publish.lead' : 'publish.notYet')}</p>
      <TouchedPanel used={used} />
      <Form method="post" className="stack">
        <input type="hidden" name="digest" value={digest} />
        <TextArea
          label={t('publish.note')}
          hint={t('publish.noteHint')}
          name="note"
          maxLength={1000}
        />
        <button type="submit">{t('publish.button')}</button>
      </Form>
    </section>
  )
}
