import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { LetterView, TargetView } from '#app/services/forwarding/targets.server.ts'
import { Badge } from '../badge.tsx'
import { TextField } from '../field.tsx'
import panels from '../module/panels.module.css'
import { Notice } from '../notice.tsx'
import { FilterFields, type ModuleChoice } from './filter-fields.tsx'
import styles from './forwarding.module.css'
import { Secret } from './new-target.tsx'

const tones = { running: 'ok', late: 'warn', paused: 'neutral', refused: 'danger' } as const

/** Another LRS: how far it is, what it refused, and what may be done about it. */
export function TargetCard({
  target,
  modules,
}: {
  target: TargetView
  modules: ModuleChoice[]
}) {
  const { t } = useTranslation('forwarding')
  const { instant, number } = useFormat()
  const { id, name, endpoint, key, version, state, failure, letters } = target
  const shown = state === 'running' && failure ? 'late' : state
  return (
    <section className="card stack" id={`target-${id}`} aria-labelledby={`name-${id}`}>
      <h2 id={`name-${id}`}>{name}</h2>
      <p className="row">
        <Badge tone={tones[shown]}>{t(`states.${shown}`)}</Badge>
        <code>{endpoint}</code>
      </p>
      {failure && (
        <Notice tone={state === 'refused' ? 'danger' : 'warn'}>
          {t(`failures.${failure.code as 'status'}`, failure.params)}
          {shown === 'late' && ` ${t('nextTry', { when: instant(target.nextTryAt) })}`}
        </Notice>
      )}
      <dl className={styles.facts}>
        <dt>{t('facts.key')}</dt>
        <dd>{t('facts.keyOf', { key, version })}</dd>
        <dt>{t('facts.sent')}</dt>
        <dd>{number(target.sent)}</dd>
        <dt>{t('facts.waiting')}</dt>
        <dd>
          {target.waiting === 0
            ? t('facts.nothing')
            : t('facts.waitingCount', { count: target.waiting })}
          {target.oldestAt !== null &&
            ` ${t('facts.since', { when: instant(target.oldestAt) })}`}
        </dd>
        <dt>{t('facts.lastSuccess')}</dt>
        <dd>
          {target.lastSuccessAt === null ? t('facts.never') : instant(target.lastSuccessAt)}
        </dd>
      </dl>
      <Letters targetId={id} letters={letters} />
      <Form method="post" className="row">
        <input type="hidden" name="targetId" value={id} />
        <button
          type="submit"
          name="intent"
          value={state === 'running' ? 'pause' : 'resume'}
          className="quiet"
        >
          {t(`do.${state === 'running' ? 'pause' : 'resume'}`)}
        </button>
        <button type="submit" name="intent" value="remove" className="quiet">
          {t('do.remove')}
        </button>
      </Form>
      <details>
        <summary>{t('change.title')}</summary>
        <Form method="post" className="stack" key={JSON.stringify(filterOf(target))}>
          <input type="hidden" name="targetId" value={id} />
          <TextField
            label={t('add.name')}
            name="name"
            maxLength={80}
            defaultValue={name}
            required
          />
          <FilterFields modules={modules} filter={target} />
          <p>
            <button type="submit" name="intent" value="change" className="quiet">
              {t('change.button')}
            </button>
          </p>
        </Form>
      </details>
      <details>
        <summary>{t('secret.title')}</summary>
        <Form method="post" className={panels.grid}>
          <input type="hidden" name="targetId" value={id} />
          <TextField
            label={t('add.key')}
            name="key"
            maxLength={200}
            defaultValue={key}
            required
            autoComplete="off"
          />
          <Secret />
          <p className={panels.wide}>
            <button type="submit" name="intent" value="secret" className="quiet">
              {t('secret.button')}
            </button>
          </p>
        </Form>
      </details>
    </section>
  )
}

/** What the form changes: what goes on meanwhile leaves what somebody is choosing. */
function filterOf({ name, moduleIds, verbIds, trials }: TargetView) {
  return [name, moduleIds, verbIds, trials]
}

/** Those shown at once: hundreds would hide the rest. */
const mostShown = 20

function Letters({ targetId, letters }: { targetId: string; letters: LetterView[] }) {
  const { t } = useTranslation('forwarding')
  const { instant } = useFormat()
  if (letters.length === 0) return null
  return (
    <details open={letters.length <= 3}>
      <summary>{t('letters.title', { count: letters.length })}</summary>
      <p className="soft">{t('letters.lead')}</p>
      <ul className={styles.letters}>
        {letters
          .slice(0, mostShown)
          .map(({ statementId, status, answer, state, refusedAt }) => (
            <li key={statementId} className="stack">
              <p>
                <code>{statementId}</code> · {instant(refusedAt)} ·{' '}
                {state === 'resend' ? t('letters.resending') : t('letters.status', { status })}
              </p>
              {answer && <p className="soft">{answer}</p>}
              <Handling
                targetId={targetId}
                statementId={statementId}
                intents={state === 'resend' ? ['drop'] : both}
              />
            </li>
          ))}
      </ul>
      {letters.length > mostShown && <p>{t('letters.more', { most: mostShown })}</p>}
      {letters.length > 1 && <Handling targetId={targetId} statementId="" intents={both} />}
    </details>
  )
}

const both = ['resend', 'drop'] as const

function Handling(props: {
  targetId: string
  /** Empty: all of them. */
  statementId: string
  intents: readonly (typeof both)[number][]
}) {
  const { t } = useTranslation('forwarding')
  return (
    <Form method="post" className="row">
      <input type="hidden" name="targetId" value={props.targetId} />
      <input type="hidden" name="statementId" value={props.statementId} />
      {props.intents.map((intent) => (
        <button key={intent} type="submit" name="intent" value={intent} className="quiet">
          {t(`letters.${intent}${props.statementId ? '' : 'All'}`)}
        </button>
      ))}
    </Form>
  )
}
