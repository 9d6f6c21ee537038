import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { CoAuthor } from '#app/services/sharing/co-authors.server.ts'
import { Badge } from '../badge.tsx'
import { Select, Tick } from '../field.tsx'
import styles from './sharing.module.css'

type Props = {
  coAuthors: CoAuthor[]
  /** Every other organisation of the bank. */
  others: { id: string; name: string }[]
  mayInvite: boolean
}

/** Which other organisations write a module of one's own, and what they may do. */
export function CoAuthorPanel({ coAuthors, others, mayInvite }: Props) {
  const { t } = useTranslation('sharing')
  const absent = others.filter(({ id }) => !coAuthors.some((each) => each.id === id))
  return (
    <section className="card stack" aria-labelledby="co-authors">
      <h2 id="co-authors">{t('coAuthors.heading')}</h2>
      <p>{t('coAuthors.lead')}</p>
      {coAuthors.length === 0 && <p className="soft">{t('coAuthors.none')}</p>}
      <ul className="plain-list stack">
        {coAuthors.map((each) => (
          <li key={each.id}>
            <p className="row">
              <strong>{each.name}</strong>
              {each.state === 'invited' && <Badge>{t('coAuthors.invited')}</Badge>}
              {each.mayPublish && <Badge tone="accent">{t('coAuthors.mayPublish')}</Badge>}
            </p>
            {mayInvite && <Decide coAuthor={each} />}
          </li>
        ))}
      </ul>
      {mayInvite && <Invite absent={absent} />}
    </section>
  )
}

function Decide({ coAuthor: { id, name, mayPublish } }: { coAuthor: CoAuthor }) {
  const { t } = useTranslation('sharing')
  const deed = mayPublish ? 'stop' : 'let'
  return (
    <>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="coAuthorId" value={id} />
        <button
          type="submit"
          name="intent"
          value={deed}
          className="quiet"
          aria-label={t(`coAuthors.${deed}Named`, { name })}
        >
          {t(`coAuthors.${deed}`)}
        </button>
      </Form>
      <details>
        <summary aria-label={t('coAuthors.removeNamed', { name })}>
          {t('coAuthors.remove')}
        </summary>
        <p>{t('coAuthors.removing', { name })}</p>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="coAuthorId" value={id} />
          <button type="submit" name="intent" value="remove" className="quiet">
            {t('coAuthors.removeNow', { name })}
          </button>
        </Form>
      </details>
    </>
  )
}

function Invite({ absent }: { absent: Props['others'] }) {
  const { t } = useTranslation('sharing')
  if (absent.length === 0) return <p className="soft">{t('coAuthors.alone')}</p>
  return (
    <Form method="post" className="stack" preventScrollReset>
      <Select label={t('coAuthors.whom')} name="invitedId">
        {absent.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Tick label={t('coAuthors.withPublish')} name="mayPublish" />
      <p>
        <button type="submit" name="intent" value="invite">
          {t('coAuthors.invite')}
        </button>
      </p>
    </Form>
  )
}

type TheirsProps = {
  owner: string
  coAuthors: CoAuthor[]
  mayLeave: boolean
}

/** The same of a module that belongs to another organisation. */
export function CoWritingPanel({ owner, coAuthors, mayLeave }: TheirsProps) {
  const { t } = useTranslation('sharing')
  return (
    <section className="card stack" aria-labelledby="co-authors">
      <h2 id="co-authors">{t('coAuthors.heading')}</h2>
      <p>{t('coAuthors.leadTheirs', { owner })}</p>
      <ul className={`plain-list ${styles.people}`}>
        <li>
          {owner} <Badge>{t('coAuthors.owner')}</Badge>
        </li>
        {coAuthors.map(({ id, name, state, mayPublish }) => (
          <li key={id}>
            {name} {state === 'invited' && <Badge>{t('coAuthors.invited')}</Badge>}
            {mayPublish && <Badge tone="accent">{t('coAuthors.mayPublish')}</Badge>}
          </li>
        ))}
      </ul>
      {mayLeave && (
        <details>
          <summary>{t('coAuthors.leave')}</summary>
          <p>{t('coAuthors.leaving')}</p>
          <Form method="post">
            <button type="submit" name="intent" value="leave" className="quiet">
              {t('coAuthors.leaveNow')}
            </button>
          </Form>
        </details>
      )}
    </section>
  )
}
