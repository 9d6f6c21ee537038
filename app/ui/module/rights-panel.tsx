import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { EmbeddedRights } from '#app/services/assets/embedded-rights.server.ts'
import type { RightsChoices } from '#app/services/assets/rights-choices.server.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import { Badge } from '../badge.tsx'
import { CopyCredit } from '../media/copy-credit.tsx'
import { RightsFields } from '../media/rights-fields.tsx'
import styles from './panels.module.css'

type AssetRow = {
  digest: string
  mediaType: string
  bytes: number
  rights: RightsRecord
  embedded: EmbeddedRights | null
}
type Props = { assets: AssetRow[]; mayWrite: boolean } & RightsChoices

type AssetProps = { asset: AssetRow } & Omit<Props, 'assets'>

/** Who made each file of the module, and under which licence it may be used. */
export function RightsPanel({ assets, ...rest }: Props) {
  const { t } = useTranslation('modules')
  return (
    <section className="card" aria-labelledby="rights">
      <h2 id="rights">{t('rights.heading')}</h2>
      {assets.length === 0 && <p className="soft">{t('rights.none')}</p>}
      {assets.map((asset) => (
        <Asset key={asset.digest} asset={asset} {...rest} />
      ))}
    </section>
  )
}

function Asset({ asset, ...rest }: AssetProps) {
  const { licences, mayWrite } = rest
  const { t, i18n } = useTranslation('modules')
  const { bytes } = useFormat()
  const licence = licences.find((each) => each.id === asset.rights.licence)
  const unknown = asset.rights.licence === 'unknown'
  const [asked] = useState(mayWrite && unknown)
  return (
    <details className={styles.file} open={asked}>
      <summary>
        {asset.mediaType.startsWith('image/') && (
          <img
            src={`/files/${asset.digest}`}
            alt=""
            className={styles.thumbnail}
            loading="lazy"
          />
        )}
        <strong>{asset.rights.title || t('rights.untitled')}</strong>
        <Badge tone={unknown ? 'danger' : 'ok'}>
          {licence?.name[i18n.language === 'en' ? 'en' : 'fr']}
        </Badge>
        <span className="soft">
          {asset.mediaType} · {bytes(asset.bytes)}
        </span>
        <span className={styles.more}>
          {t(mayWrite ? (unknown ? 'rights.say' : 'rights.change') : 'rights.see')}
        </span>
      </summary>
      <RightsForm asset={asset} {...rest} />
      <CopyCredit rights={asset.rights} />
    </details>
  )
}

function RightsForm({ asset, ...rest }: AssetProps) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="rights" />
      <input type="hidden" name="digest" value={asset.digest} />
      <RightsFields rights={asset.rights} embedded={asset.embedded} {...rest} />
    </Form>
  )
}
