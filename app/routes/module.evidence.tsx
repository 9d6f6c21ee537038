import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import gatesEn from '#app/i18n/en/gates.json'
import toldEn from '#app/i18n/en/told.json'
import gatesFr from '#app/i18n/fr/gates.json'
import toldFr from '#app/i18n/fr/told.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { readEditionEvidence } from '#app/services/evidence/edition-evidence.server.ts'
import { ToldHistory } from '#app/ui/evidence/told-history.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { ScrollAcross } from '#app/ui/scroll-across.tsx'
import sheet from './module.print.module.css'

const Params = ModuleParams.extend({ edition: z.string().regex(/^\d{1,6}\.\d{1,6}$/) })

export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:read')
  const { moduleId, edition } = readParams(params, Params)
  const evidence = readEditionEvidence(instance().bank, { moduleId, edition, organisationId })
  return { ...evidence, key: moduleId }
})

export const handle: PageHandle<{ title: string }> = { title: (_t, { title }) => title }

/** What an edition went out on, for an auditor: each fact with who and when. */
export default function Evidence() {
  useOwnWords('told', { fr: toldFr, en: toldEn })
  const { t } = useTranslation(['told', 'modules'])
  const { instant } = useFormat()
  const data = useLoaderData<typeof loader>()
  const { edition, revision, publishedAt, publishedBy: name, approvals } = data
  return (
    <article className={sheet.sheet}>
      <nav className={sheet.tools} aria-label={t('page.tools')}>
        <Link to={`/modules/${data.key}`}>{t('page.back')}</Link>
        <button type="button" onClick={() => window.print()}>
          {t('page.print')}
        </button>
      </nav>
      <h1>{t('page.title', { edition })}</h1>
      <p>{t('page.lead')}</p>
      <dl>
        <dt>{t('page.module')}</dt>
        <dd>{data.title}</dd>
        <dt>{t('page.edition')}</dt>
        <dd>{t('page.editionSaid', { edition, revision })}</dd>
        <dt>{t('page.published')}</dt>
        <dd>{t('page.publishedSaid', { date: instant(publishedAt), name })}</dd>
        {data.note && <dt>{t('page.note')}</dt>}
        {data.note && <dd>{data.note}</dd>}
        <dt>{t('page.digest')}</dt>
        <dd>
          <code className={sheet.long}>{data.digest}</code>
        </dd>
      </dl>
      <h2>{t('page.approvals')}</h2>
      {approvals.length === 0 && <p>{t('page.noApproval')}</p>}
      <ul>
        {approvals.map(({ aspect, person, at, ...on }) => (
          <li key={`${aspect} ${at} ${person}`}>
            {t('page.approval', {
              ...{ aspect: t(`modules:aspects.${aspect}`), name: person, date: instant(at) },
              revision: on.revision,
            })}
          </li>
        ))}
      </ul>
      <Waivers asked={data.asked} />
      <h2>{t('page.happened')}</h2>
      <ToldHistory history={data.history} />
      <Trail events={data.history.events} />
    </article>
  )
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

function Waivers({ asked }: Pick<Data, 'asked'>) {
  useOwnWords('gates', { fr: gatesFr, en: gatesEn })
  const { t } = useTranslation(['told', 'gates'])
  const { instant } = useFormat()
  if (asked.length === 0) return null
  return (
    <>
      <h2>{t('page.waivers')}</h2>
      <ul>
        {asked.map(({ gate, granted, askedAt, decidedAt, ...said }) => (
          <li key={`${gate} ${askedAt}`}>
            {t(granted ? 'page.waiverGranted' : 'page.waiverRefused', {
              ...{ ...said, gate: t(`gates:gate.${gate}`) },
              ...{ askedAt: instant(askedAt), decidedAt: instant(decidedAt) },
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The entries of the trail, in the words of programs: they are found again by them. */
function Trail({ events }: Pick<Data['history'], 'events'>) {
  const { t } = useTranslation('told')
  const { instant } = useFormat()
  const last = events.at(-1)
  if (!last) return null
  return (
    <>
      <h2>{t('page.trail')}</h2>
      <p className={sheet.long}>{t('page.trailLead', { seal: last.seal })}</p>
      <ScrollAcross what={t('page.trail')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('page.when')}</th>
              <th scope="col">{t('page.who')}</th>
              <th scope="col">{t('page.what')}</th>
            </tr>
          </thead>
          <tbody>
            {events.map(({ at, person, action, seal }) => (
              <tr key={seal}>
                <td>{instant(at)}</td>
                <td>{person}</td>
                <td>
                  <code>{action}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollAcross>
    </>
  )
}
