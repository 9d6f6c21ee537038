import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { ListedChecklist } from '#app/services/review/checklists.server.ts'
import type { Aspect } from '#content-schema/module.ts'
import { TextArea } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { CheckList } from './check-list.tsx'
import { GuestName } from './guest-name.tsx'
import type { KeptVerdict } from './use-kept-verdict.ts'
import styles from './verdict-form.module.css'

const values = ['approved', 'changes-asked', 'abstained'] as const
const named = {
  approved: 'approve',
  'changes-asked': 'askChanges',
  abstained: 'abstain',
} as const

type Props = KeptVerdict & {
  digest: string
  aspects: readonly Aspect[]
  checklists: readonly ListedChecklist[]
  guestName: string | null
}

/** The expert's signature on each aspect of the very revision in front of them, given all together. */
export function VerdictForm(props: Props) {
  const { digest, aspects, checklists, guestName, form, kept } = props
  const { t } = useTranslation(['review', 'checklists'])
  return (
    <section className="card" aria-labelledby="verdict">
      <h2 id="verdict" tabIndex={-1}>
        {t('verdict')}
      </h2>
      <p className="soft">{t('verdictLead')}</p>
      {kept.restored.length > 0 && (
        <Notice tone="info">
          <p>{t('checklists:restored')}</p>
          <button type="button" className="quiet" onClick={kept.forget}>
            {t('checklists:forget')}
          </button>
        </Notice>
      )}
      <Form method="post" className="stack" ref={form}>
        <input type="hidden" name="intent" value="verdict" />
        <input type="hidden" name="digest" value={digest} />
        <GuestName known={guestName} />
        {aspects.map((aspect) => (
          <OnAspect key={aspect} aspect={aspect}>
            {checklists
              .filter((list) => list.aspect === aspect)
              .map((list) => (
                <CheckList
                  key={aspect}
                  checklist={list}
                  isOpen={kept.restored.some((name) => name.startsWith(`${aspect}.check`))}
                />
              ))}
          </OnAspect>
        ))}
        <button type="submit">{t('send')}</button>
      </Form>
    </section>
  )
}

function OnAspect({ aspect, children }: { aspect: Aspect; children: React.ReactNode }) {
  const { t } = useTranslation(['review', 'modules'])
  const name = t(`modules:aspects.${aspect}`)
  return (
    <fieldset className={styles.aspect}>
      <legend>{name}</legend>
      <p className="soft">{t(`watch.${aspect}`)}</p>
      {children}
      {values.map((value) => (
        <label key={value}>
          <input type="radio" name={`${aspect}.value`} value={value} required />{' '}
          {t(named[value])}
        </label>
      ))}
      <TextArea
        label={t('noteFor', { aspect: name })}
        name={`${aspect}.note`}
        rows={2}
        maxLength={4000}
      />
    </fieldset>
  )
}
