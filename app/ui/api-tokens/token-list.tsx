import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { TokenView } from '#app/services/api-tokens/tokens.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import styles from './api-tokens.module.css'

/** What was made, by whom, when it last served, and how to end it. */
export function TokenList({ tokens, now }: { tokens: TokenView[]; now: number }) {
  const { t } = useTranslation('api')
  if (tokens.length === 0) return <p className="card">{t('none')}</p>
  return (
    <section className="card" aria-labelledby="tokens">
      <h2 id="tokens">{t('list')}</h2>
      <ul className={styles.list}>
        {tokens.map((token) => (
          <Token key={token.id} token={token} now={now} />
        ))}
      </ul>
    </section>
  )
}

function Token({ token, now }: { token: TokenView; now: number }) {
  const { t } = useTranslation('api')
  const { instant } = useFormat()
  const { id, name, scopes, madeBy, madeAt, endsAt, lastUsedAt, revokedAt } = token
  const state = revokedAt !== null ? 'revoked' : endsAt <= now ? 'ended' : 'good'
  return (
    <li>
      <p className="row">
        <strong>{name}</strong>
        <Badge tone={state === 'good' ? 'ok' : 'neutral'}>{t(`states.${state}`)}</Badge>
        <span>{scopes.map((scope) => t(`scope.${scope}`)).join(' · ')}</span>
      </p>
      <p className="soft">
        {t('madeBy', { name: madeBy, at: instant(madeAt) })} ·{' '}
        {lastUsedAt === null ? t('neverUsed') : t('lastUsed', { at: instant(lastUsedAt) })} ·{' '}
        {revokedAt === null
          ? t('ends', { at: instant(endsAt) })
          : t('revokedAt', { at: instant(revokedAt) })}
      </p>
      {state === 'good' && (
        <Form method="post">
          <input type="hidden" name="tokenId" value={id} />
          <button
            type="submit"
            name="intent"
            value="revoke"
            className="quiet"
            aria-label={t('revokeWhich', { name })}
          >
            {t('revoke')}
          </button>
        </Form>
      )}
    </li>
  )
}
