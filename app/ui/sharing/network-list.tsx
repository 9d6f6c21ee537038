import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { NetworkRow } from '#app/services/sharing/networks.server.ts'
import { Badge } from '../badge.tsx'
import { Select, TextField } from '../field.tsx'
import styles from './sharing.module.css'

type Others = { id: string; name: string }[]

/** Each network with who is in it, and what may be done there. */
export function NetworkList({ networks, others }: { networks: NetworkRow[]; others: Others }) {
  const { t } = useTranslation('sharing')
  if (networks.length === 0) return <p className="card">{t('networks.none')}</p>
  return networks.map((network) => (
    <section key={network.id} className="card" aria-labelledby={`network-${network.id}`}>
      <h2 id={`network-${network.id}`}>{network.name}</h2>
      <ul className={`plain-list ${styles.people}`}>
        {network.members.map(({ id, name, state }) => (
          <li key={id}>
            {name} {state === 'invited' && <Badge>{t('networks.invited')}</Badge>}
          </li>
        ))}
      </ul>
      {network.state === 'invited' ? (
        <Answer network={network} />
      ) : (
        <Membership network={network} others={others} />
      )}
    </section>
  ))
}

function Answer({ network: { id } }: { network: NetworkRow }) {
  const { t } = useTranslation('sharing')
  return (
    <Form method="post" className="row">
      <input type="hidden" name="networkId" value={id} />
      <p>{t('networks.asked')}</p>
      <button type="submit" name="intent" value="accept">
        {t('networks.accept')}
      </button>
      <button type="submit" name="intent" value="decline" className="quiet">
        {t('networks.decline')}
      </button>
    </Form>
  )
}

function Membership({ network, others }: { network: NetworkRow; others: Others }) {
  const { t } = useTranslation('sharing')
  const absent = others.filter(({ id }) => !network.members.some((each) => each.id === id))
  return (
    <>
      {absent.length > 0 && (
        <Form method="post" className="row">
          <input type="hidden" name="networkId" value={network.id} />
          <Select label={t('networks.whom')} name="invitedId">
            {absent.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <button type="submit" name="intent" value="invite">
            {t('networks.invite')}
          </button>
        </Form>
      )}
      <details>
        <summary>{t('networks.leave')}</summary>
        <p>{t('networks.leaving')}</p>
        <Form method="post">
          <input type="hidden" name="networkId" value={network.id} />
          <button type="submit" name="intent" value="leave" className="quiet">
            {t('networks.leaveNow')}
          </button>
        </Form>
      </details>
    </>
  )
}

/** Makes a network, with one's own organisation in it. */
export function NewNetwork() {
  const { t } = useTranslation('sharing')
  return (
    <section className="card" aria-labelledby="new-network">
      <h2 id="new-network">{t('networks.new')}</h2>
      <Form method="post" className="stack">
        <TextField label={t('networks.name')} name="name" maxLength={80} required />
        <p>
          <button type="submit" name="intent" value="create">
            {t('networks.create')}
          </button>
        </p>
      </Form>
    </section>
  )
}
