import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Select, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import {
  type ExportFormat,
  isPaper,
  isThin,
  kioskMinutes,
  readers,
  type WebOptions,
  webVariants,
} from '#packaging/package-source.ts'
import { ThinLimitFields } from './thin-limit-fields.tsx'

type Props = {
  format: ExportFormat
  /** Whether this server has a browser that prints. */
  printsPdf: boolean
}

/** What is asked of those who need no LMS: for whom it is printed, or how it opens by itself. */
export function DeliveryFields({ format, printsPdf }: Props) {
  if (isPaper(format)) return <PaperFields missing={format === 'pdf' && !printsPdf} />
  if (isThin(format)) return <ThinFields />
  return format === 'web' ? <WebFields /> : null
}

function PaperFields({ missing }: { missing: boolean }) {
  const { t } = useTranslation('delivery')
  return (
    <>
      {missing && <Notice tone="warn">{t('noBrowser')}</Notice>}
      <Select label={t('reader')} hint={t('readerHint')} name="reader">
        {readers.map((reader) => (
          <option key={reader} value={reader}>
            {t(`readers.${reader}`)}
          </option>
        ))}
      </Select>
    </>
  )
}

function ThinFields() {
  const { t } = useTranslation('delivery')
  return (
    <>
      <p>{t('thin.what')}</p>
      <ThinLimitFields limits={{ endsOn: null, mostLearners: null }} />
    </>
  )
}

function WebFields() {
  const { t } = useTranslation('delivery')
  const [variant, setVariant] = useState<WebOptions['variant']>('folder')
  return (
    <>
      <Select
        label={t('variant')}
        hint={t(`variantHints.${variant}`)}
        name="variant"
        value={variant}
        onChange={(event) => setVariant(event.target.value as WebOptions['variant'])}
      >
        {webVariants.map((each) => (
          <option key={each} value={each}>
            {t(`variants.${each}`)}
          </option>
        ))}
      </Select>
      {variant === 'kiosk' && (
        <TextField
          label={t('minutes')}
          hint={t('minutesHint')}
          name="minutes"
          type="number"
          required
          min={kioskMinutes.least}
          max={kioskMinutes.most}
          defaultValue={kioskMinutes.usual}
        />
      )}
    </>
  )
}
