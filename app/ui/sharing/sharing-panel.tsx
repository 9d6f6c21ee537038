import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import type { NetworkRow } from '#app/services/sharing/networks.server.ts'
import type { Sharing } from '#app/services/sharing/read-sharing.server.ts'
import type { Licence } from '#content-schema/licences/licence.ts'
import { Select, Tick } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { LicenceTerms } from './licence-terms.tsx'
import styles from './sharing.module.css'

type Props = {
  organisationId: string
  code: string
  sharing: Sharing
  /** Of the latest edition; `null`: nothing was published. */
  edition: string | null
  licence: Licence | null
  networks: NetworkRow[]
  others: { id: string; name: string }[]
  mayShare: boolean
}

/** Who may see a module, with what its licence lets them do. */
export function SharingPanel(props: Props) {
  const { edition, licence, sharing, organisationId, code } = props
  const { t } = useTranslation('sharing')
  return (
    <>
      <section className="card" aria-labelledby="who">
        <h2 id="who">{t('panel.heading')}</h2>
        <p>{t('panel.lead')}</p>
        {edition === null ? (
          <Notice tone="info">{t('panel.unpublished')}</Notice>
        ) : (
          sharing.visibility !== 'private' && <p>{t('panel.shown', { number: edition })}</p>
        )}
        <VisibilityForm {...props} />
        {sharing.visibility === 'public' && edition !== null && (
          <p>
            <a href={`/catalogue/${organisationId}/${code}`}>{t('panel.seePublic')}</a>
          </p>
        )}
      </section>
      <section className="card" aria-labelledby="allowed">
        <h2 id="allowed">{t('panel.allowed')}</h2>
        {licence && <LicenceTerms licence={licence} />}
        {!licence?.permits.share && <Notice tone="warn">{t('panel.closed')}</Notice>}
      </section>
    </>
  )
}

function VisibilityForm({ sharing, networks, others, mayShare }: Props) {
  const { t } = useTranslation('sharing')
  const [chosen, setChosen] = useState(sharing.visibility)
  const choice = (visibility: Sharing['visibility'], within?: React.ReactNode) => (
    <Visibility value={visibility} chosen={chosen} onChoose={setChosen}>
      {within}
    </Visibility>
  )
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="share" />
      <fieldset className={styles.choices} disabled={!mayShare}>
        <legend className="visually-hidden">{t('panel.heading')}</legend>
        {choice('private')}
        {choice('organisations', <Organisations sharing={sharing} others={others} />)}
        {choice('network', <Networks sharing={sharing} networks={networks} />)}
        {choice('public')}
        {mayShare && (
          <p>
            <button type="submit">{t('panel.save')}</button>
          </p>
        )}
      </fieldset>
    </Form>
  )
}

function Visibility(props: {
  value: Sharing['visibility']
  chosen: Sharing['visibility']
  onChoose: (value: Sharing['visibility']) => void
  children?: React.ReactNode
}) {
  const { value, chosen, onChoose, children } = props
  const { t } = useTranslation('sharing')
  const id = useId()
  return (
    <div>
      <div className={styles.choice}>
        <input
          id={id}
          type="radio"
          name="visibility"
          value={value}
          checked={value === chosen}
          aria-describedby={`${id}-hint`}
          onChange={() => onChoose(value)}
        />
        <label htmlFor={id}>
          <strong>{t(`visibility.${value}`)}</strong>
        </label>
      </div>
      <p id={`${id}-hint`} className={`soft ${styles.within}`}>
        {t(`visibilityHint.${value}`)}
      </p>
      {value === chosen && children && <div className={styles.within}>{children}</div>}
    </div>
  )
}

function Organisations({ sharing, others }: Pick<Props, 'sharing' | 'others'>) {
  const { t } = useTranslation('sharing')
  if (others.length === 0) return <p>{t('panel.noOther')}</p>
  return (
    <fieldset className={styles.choices}>
      <legend>{t('panel.which')}</legend>
      {others.map(({ id, name }) => (
        <Tick
          key={id}
          label={name}
          name="organisations[]"
          value={id}
          defaultChecked={sharing.organisationIds.includes(id)}
        />
      ))}
    </fieldset>
  )
}

function Networks({ sharing, networks }: Pick<Props, 'sharing' | 'networks'>) {
  const { t } = useTranslation('sharing')
  if (networks.length === 0)
    return (
      <p>
        {t('panel.noNetwork')} <Link to="/organisation/sharing">{t('panel.toNetworks')}</Link>
      </p>
    )
  return (
    <Select
      label={t('panel.network')}
      name="networkId"
      defaultValue={sharing.networkId ?? undefined}
    >
      {networks.map(({ id, name, members }) => (
        <option key={id} value={id}>
          {name} ({members.map((member) => member.name).join(', ')})
        </option>
      ))}
    </Select>
  )
}
