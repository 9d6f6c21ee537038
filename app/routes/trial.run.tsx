import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { TrialParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { findRevision } from '#app/services/modules/find-module.server.ts'
import { placesOf } from '#app/services/trials/places.server.ts'
import { readTrial } from '#app/services/trials/read-trial.server.ts'
import type { PageHandle } from '#app/ui/page-title.ts'
import { Console } from '#app/ui/trials/console.tsx'

export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'trial:run')
  const { bank } = instance()
  const key = { ...readParams(params, TrialParams), organisationId }
  const { trial, participants } = readTrial(bank, key)
  return {
    trialId: trial.id,
    state: trial.state,
    startedAt: trial.startedAt,
    madeAt: Date.now(),
    tasks: trial.protocol.tasks,
    people: participants.map(({ id, code, profile }) => ({ id, code, profile })),
    places: placesOf(bank, findRevision(bank, trial.revisionId)),
  }
})

export const handle: PageHandle = { title: (t) => t('modules:tabs.trials') }

/** What whoever runs a session has before them while it runs. */
export default function TrialRun() {
  const { t } = useTranslation('trials')
  const data = useLoaderData<typeof loader>()
  if (data.state !== 'running' && data.state !== 'analysing')
    return <p className="card">{t('run.closed')}</p>
  return <Console {...data} />
}
