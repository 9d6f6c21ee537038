import { useTranslation } from 'react-i18next'
import { useFetcher } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { ExportedEdition } from '#app/services/exports/read-export-page.server.ts'
import { TextArea } from '#app/ui/field.tsx'
import { Refusal } from '#app/ui/notice.tsx'

type Props = { moduleId: string; mayDecide: boolean } & Pick<
  ExportedEdition,
  'decisions' | 'excluded'
>

/** Who allowed what excludes commercial use to be used so, and why; nothing where nothing excludes it. */
export function DecisionCard({ moduleId, mayDecide, decisions, excluded }: Props) {
  const { t } = useTranslation('delivery')
  const { day } = useFormat()
  const fetcher = useFetcher()
  const action = `/modules/${moduleId}/commercial-use`
  if (excluded === 0 && decisions.length === 0) return null
  return (
    <section className="card" aria-labelledby="commercial-use">
      <h2 id="commercial-use">{t('decision.heading')}</h2>
      {excluded > 0 && <p>{t('decision.lead', { count: excluded })}</p>}
      <Refusal data={fetcher.data} />
      {decisions.map(({ id, person, reason, day: on }) => (
        <fetcher.Form key={id} method="post" action={action} className="row">
          <input type="hidden" name="decisionId" value={id} />
          <span>{t('decision.made', { person, day: day(on), reason })}</span>
          {mayDecide && (
            <button type="submit" name="intent" value="withdraw" className="quiet">
              {t('decision.withdraw')}
            </button>
          )}
        </fetcher.Form>
      ))}
      {!mayDecide && <p className="soft">{t('decision.mayNot')}</p>}
      {mayDecide && decisions.length === 0 && (
        <fetcher.Form method="post" action={action} className="stack">
          <TextArea
            label={t('decision.reason')}
            hint={t('decision.reasonHint')}
            name="reason"
            required
            maxLength={1000}
          />
          <p>
            <button type="submit" name="intent" value="decide">
              {t('decision.decide')}
            </button>
          </p>
        </fetcher.Form>
      )}
    </section>
  )
}
