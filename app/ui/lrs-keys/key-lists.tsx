import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { GivenKey, PackageKey } from '#app/services/lrs-keys/keys.server.ts'
import { Badge } from '#app/ui/badge.tsx'

type Props = { given: GivenKey[]; ofPackages: PackageKey[] }

/** Whom keys were given to, which packages carry one, and how to take each back. */
export function KeyLists({ given, ofPackages }: Props) {
  const { t } = useTranslation('lrsKeys')
  return (
    <>
      <section className="card" aria-labelledby="given">
        <h2 id="given">{t('given')}</h2>
        {given.length === 0 && <p>{t('noneGiven')}</p>}
        <ul className="plain-list">
          {given.map((each) => (
            <Given key={each.key} given={each} />
          ))}
        </ul>
      </section>
      <section className="card" aria-labelledby="of-packages">
        <h2 id="of-packages">{t('ofPackages')}</h2>
        <p className="soft">{t(ofPackages.length === 0 ? 'noneOfPackages' : 'packagesLead')}</p>
        <ul className="plain-list">
          {ofPackages.map((each) => (
            <OfPackage key={each.key} carried={each} />
          ))}
        </ul>
      </section>
    </>
  )
}

function Given({
  given: { key, label, scope, madeBy, createdAt, revokedAt },
}: {
  given: GivenKey
}) {
  const { t } = useTranslation('lrsKeys')
  const { instant } = useFormat()
  const name = label || t('unnamed')
  return (
    <li>
      <p className="row">
        <strong>{name}</strong> <code>{key}</code>
        <Badge tone={revokedAt === null ? 'ok' : 'neutral'}>
          {t(revokedAt === null ? 'good' : 'over')}
        </Badge>
        <span>{t(`scope.${scope}`)}</span>
      </p>
      <p className="soft">
        {madeBy === null
          ? t('madeAt', { at: instant(createdAt) })
          : t('madeBy', { name: madeBy, at: instant(createdAt) })}
        {revokedAt !== null && ` · ${t('revokedAt', { at: instant(revokedAt) })}`}
      </p>
      {revokedAt === null && <TakeBack keyId={key} name={name} />}
    </li>
  )
}

function OfPackage({
  carried: { key, title, edition, moduleId, createdAt },
}: {
  carried: PackageKey
}) {
  const { t } = useTranslation('lrsKeys')
  const { instant } = useFormat()
  return (
    <li>
      <p className="row">
        <Link to={`/modules/${moduleId}/export`}>{t('package', { title, edition })}</Link>
        <span className="soft">{instant(createdAt)}</span>
        <code>{key}</code>
      </p>
      <TakeBack keyId={key} name={t('package', { title, edition })} />
    </li>
  )
}

function TakeBack({ keyId, name }: { keyId: string; name: string }) {
  const { t } = useTranslation('lrsKeys')
  return (
    <Form
      method="post"
      onSubmit={(event) => {
        if (!confirm(t('sure', { name }))) event.preventDefault()
      }}
    >
      <input type="hidden" name="key" value={keyId} />
      <button
        type="submit"
        name="intent"
        value="take-back"
        className="quiet"
        aria-label={t('takeBackWhich', { name })}
      >
        {t('takeBack')}
      </button>
    </Form>
  )
}
