import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { Select } from '#app/ui/field.tsx'
import {
  type ExportFormat,
  exportFormats,
  playedAs,
  thinFormats,
} from '#packaging/package-source.ts'
import type { Preset } from '#packaging/publication/preset.ts'
import { presetOf, presets } from '#packaging/publication/presets/index.ts'
import type { FieldsProps } from './chosen.ts'
import { DeliveryFields } from './delivery-fields.tsx'
import styles from './exports.module.css'

/** Where it goes: an LMS whose ways are known, or a standard. */
export function DestinationFields({
  chosen,
  decide,
  change,
  printsPdf,
}: FieldsProps & { printsPdf: boolean }) {
  const { t } = useTranslation('exports')
  const preset = presetOf(chosen.preset)
  const choose = (id: string) => {
    const next = presetOf(id)
    change({ preset: next?.id ?? null, ...(next && { format: next.formats[0] }) })
    if (next) decide(next.publication)
  }
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <Select
          label={t('destination.preset')}
          hint={t('destination.presetHint')}
          name="preset"
          value={chosen.preset ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t('destination.none')}</option>
          {presets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          label={t('destination.format')}
          {...(!preset && { hint: t('destination.formatHint') })}
          name="format"
          value={chosen.format}
          onChange={(event) => change({ format: event.target.value as ExportFormat })}
        >
          {formatsFor(preset).map((format) => (
            <option key={format} value={format}>
              {t(`formats.${format}`)}
            </option>
          ))}
        </Select>
      </div>
      <DeliveryFields format={chosen.format} printsPdf={printsPdf} />
      {preset && <Known preset={preset} />}
    </div>
  )
}

/** Those that an LMS takes, thin ones among them: it cannot tell them apart. */
function formatsFor(preset: Preset | null): readonly ExportFormat[] {
  if (!preset) return exportFormats
  const { formats } = preset
  return [...formats, ...thinFormats.filter((thin) => formats.includes(playedAs(thin)))]
}

/** What is known of the LMS, and where to go in it once the package is made. */
function Known({ preset }: { preset: Preset }) {
  const { t, i18n } = useTranslation('exports')
  const language = i18n.language === 'en' ? 'en' : 'fr'
  const limits = useLimits(preset)
  const { name, reasons, facts, steps } = preset
  return (
    <details className={styles.known}>
      <summary>{t('destination.known', { name })}</summary>
      <ul>
        {Object.values(reasons).map((reason) => (
          <li key={reason.en}>{reason[language]}</li>
        ))}
        {facts.map(({ text, source }) => (
          <li key={text.en}>
            {text[language]}{' '}
            <span className="soft">({t('destination.source', { source })})</span>
          </li>
        ))}
        {limits.length > 0 && (
          <li>
            {t('destination.limits')} : {limits.join(', ')}
          </li>
        )}
      </ul>
      <p>
        <strong>{t('destination.steps', { name })}</strong>
      </p>
      <ol>
        {steps.map((step) => (
          <li key={step.en}>{step[language]}</li>
        ))}
      </ol>
    </details>
  )
}

function useLimits({ limits }: Preset): string[] {
  const { t } = useTranslation('exports')
  const { bytes, number } = useFormat()
  const { zip, unpacked, files, suspendData } = limits
  return [
    zip && t('destination.zip', { size: bytes(zip) }),
    unpacked && t('destination.unpacked', { size: bytes(unpacked) }),
    files && t('destination.files', { number: number(files) }),
    suspendData && t('destination.suspendData', { number: number(suspendData) }),
  ].flatMap((each) => each || [])
}
