import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import { Badge } from '../badge.tsx'
import { Select, TextArea, TextField } from '../field.tsx'
import { type LicenceName, LicenceSelect } from './facts-panel.tsx'
import styles from './panels.module.css'

type AssetRow = { digest: string; mediaType: string; bytes: number; rights: RightsRecord }
type Props = { assets: AssetRow[]; licences: LicenceName[]; mayWrite: boolean }

/** Who made each file of the module, and under which licence it may be used. */
export function RightsPanel({ assets, licences, mayWrite }: Props) {
  const { t } = useTranslation('modules')
  return (
    <section className="card" aria-labelledby="rights">
      <h2 id="rights">{t('rights.heading')}</h2>
      {assets.length === 0 && <p className="soft">{t('rights.none')}</p>}
      {assets.map((asset) => (
        <Asset key={asset.digest} asset={asset} licences={licences} mayWrite={mayWrite} />
      ))}
    </section>
  )
}

function Asset({ asset, licences, mayWrite }: { asset: AssetRow } & Omit<Props, 'assets'>) {
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
      <RightsForm asset={asset} licences={licences} mayWrite={mayWrite} />
    </details>
  )
}

function RightsForm({
  asset,
  licences,
  mayWrite,
}: { asset: AssetRow } & Omit<Props, 'assets'>) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="rights" />
      <input type="hidden" name="digest" value={asset.digest} />
      <RightsFields rights={asset.rights} licences={licences} mayWrite={mayWrite} />
    </Form>
  )
}

type FieldsProps = Omit<Props, 'assets'> & { rights: RightsRecord }

/** What is known of a file's rights, field by field; the form around it says of which file. */
export function RightsFields({ rights, licences, mayWrite }: FieldsProps) {
  const { t } = useTranslation('modules')
  return (
    <fieldset disabled={!mayWrite} className={styles.grid}>
      <legend className="visually-hidden">{rights.title}</legend>
      <TextField label={t('rights.title')} name="title" defaultValue={rights.title} />
      <LicenceSelect label={t('rights.licence')} licences={licences} value={rights.licence} />
      <TextArea
        label={t('rights.authors')}
        hint={t('facts.onePerLine')}
        name="authors"
        defaultValue={rights.authors.join('\n')}
      />
      <TextField
        label={t('rights.source')}
        hint={t('rights.sourceHint')}
        name="source"
        defaultValue={rights.source}
      />
      <TextField label={t('rights.changes')} name="changes" defaultValue={rights.changes} />
      <Select label={t('rights.people')} name="people" defaultValue={rights.people}>
        {(['nobody', 'with-release', 'without-release'] as const).map((each) => (
          <option key={each} value={each}>
            {t(`rights.peopleChoices.${each}`)}
          </option>
        ))}
      </Select>
      <TextField
        label={t('rights.until')}
        hint={t('rights.untilHint')}
        name="until"
        type="date"
        defaultValue={rights.until ?? ''}
      />
      {mayWrite && (
        <p className={styles.wide}>
          <button type="submit">{t('save')}</button>
        </p>
      )}
    </fieldset>
  )
}
